import pytest

from file_text import a_client, help_of, placed, spoken, the_finding


@pytest.mark.parametrize("business_id", ["2077474-0", "0112038-9", "2347831-4", "9000012-6"])
def test_a_right_business_id_is_kept(business_id: str) -> None:
    assert a_client(f"business_id: {business_id}\n").business_id == business_id


def test_a_wrong_check_digit_is_told_with_the_right_one() -> None:
    finding = the_finding("business_id: 2077474-1\n")
    assert placed(finding) == "VAL211 5:14"
    assert spoken(finding) == "The check digit of the business id 2077474-1 is wrong: one of its digits is mistyped"
    assert help_of(finding).endswith("write: business_id: 2077474-0")


@pytest.mark.parametrize("written", ["20774740", "FI20774740", "2077474 - 0", "2077474", '"2077474-0 "'])
def test_another_form_is_told_the_right_one(written: str) -> None:
    finding = the_finding(f"business_id: {written}\n")
    assert spoken(finding).endswith("isn't a Finnish business id")
    assert help_of(finding).endswith("write: business_id: 2077474-0")


@pytest.mark.parametrize("written", ["123456-7", "Yritys perusteilla", "207747400-0"])
def test_what_no_id_can_be_made_of_is_told_the_form(written: str) -> None:
    finding = the_finding(f"business_id: {written}\n")
    assert help_of(finding).startswith("A business id is seven digits")


def test_a_number_without_a_check_digit_was_never_issued() -> None:
    never = next(n for n in range(9000000, 9000100) if _remainder(n) == 1)
    finding = the_finding(f"business_id: {never}-0\n")
    assert help_of(finding).startswith("A business id is seven digits")


def _remainder(number: int) -> int:
    weights = (7, 9, 10, 5, 8, 4, 2)
    return sum(weight * int(digit) for weight, digit in zip(weights, str(number), strict=True)) % 11
