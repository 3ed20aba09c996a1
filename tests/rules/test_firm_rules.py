"""What only shows across clients."""

from typing import Any

import pytest

from aloitus.findings import Finding
from aloitus.model.client import ClientStatus
from aloitus.rules.firm.client_extract import ClientExtract, extract
from aloitus.rules.invoice_number import canonical_number
from aloitus.rules.run import check_firm
from builders import a_client, invoiced


def client(client_id: str, **fields: Any) -> ClientExtract:
    made = ClientExtract(client_id, f"clients/{client_id}.yaml", client_id, True, None, None, ())
    return made._replace(**fields)


def told(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.code, finding.place.file.removeprefix("clients/").removesuffix(".yaml")) for finding in findings]


def test_an_extract_holds_little() -> None:
    made = a_client(
        "kuusipuu", group="kuusi", invoicing={"a": invoiced("a", invoice="00 20311"), "b": invoiced("b", invoice="TBD")}
    )
    assert extract(made, "clients/kuusipuu.yaml") == ClientExtract(
        "kuusipuu", "clients/kuusipuu.yaml", "Kuusipuun Saha Oy", True, "9000012-6", "kuusi", (("a", "20311"),)
    )
    assert not extract(a_client(status=ClientStatus.CLOSED), "x").is_open


def test_one_client_has_one_open_file() -> None:
    both = [client("a", business_id="1"), client("b", business_id="1"), client("c", business_id="2")]
    assert told(check_firm(both)) == [("VAL232", "a"), ("VAL232", "b")]


def test_a_service_sold_after_closing_is_a_new_file() -> None:
    assert check_firm([client("a", business_id="1", is_open=False), client("b", business_id="1")]) == []


def test_an_invoice_belongs_to_one_client() -> None:
    both = [client("a", invoices=(("x", "20311"),)), client("b", invoices=(("y", "999"), ("z", "20311")))]
    findings = check_firm(both)
    assert told(findings) == [("VAL234", "a"), ("VAL234", "b")]
    assert findings[1].place.key == ("invoicing", "items", "z", "invoice")
    assert findings[1].related[0].place.key == ("invoicing", "items", "x", "invoice")


def test_several_items_of_one_client_may_share_an_invoice() -> None:
    assert check_firm([client("a", invoices=(("x", "20311"), ("y", "20311")))]) == []


def test_sister_companies_share_an_invoice() -> None:
    sisters = [client(name, group="kuusi", invoices=(("x", "20311"),)) for name in "ab"]
    assert check_firm(sisters) == []
    other = client("c", group="koivu", invoices=(("x", "20311"),))
    assert {code for code, _ in told(check_firm([*sisters, other, client("d", group="koivu")]))} == {"VAL234"}


def test_a_shared_invoice_is_told_of_the_client_that_can_still_be_mended() -> None:
    invoices = (("x", "20311"),)
    closed = client("a", invoices=invoices, is_open=False)
    assert told(check_firm([closed, client("b", invoices=invoices)])) == [("VAL234", "b")]
    assert told(check_firm([closed, client("b", invoices=invoices, is_open=False)])) == [("VAL234", "b")]


def test_a_group_of_one_is_told_with_the_group_that_was_meant() -> None:
    groups = [client("a", group="kuusipuu"), client("b", group="kuusipuu"), client("c", group="kuusipu")]
    (finding,) = check_firm(groups)
    assert (finding.code, finding.place.file) == ("REF111", "clients/c.yaml")
    assert finding.message.values["suggestion"] == "kuusipuu"


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("20311", "20311"),
        ("020 311", "20311"),
        ("0020311", "20311"),
        ("20\u00a0311", "20311"),
        ("2026-0042", "2026-0042"),
        ("L123", "l123"),
        ("l123", "l123"),
        ("12", None),
        ("0", None),
        ("0000", None),
        ("TBD", None),
        ("", None),
        ("\uff11\uff12\uff13\uff14", None),
        ("12345\u20bd", None),
    ],
)
def test_numbers_are_compared_without_spaces_and_leading_zeros(written: str, number: str | None) -> None:
    assert canonical_number(written) == number
