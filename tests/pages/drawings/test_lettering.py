import pytest
from hypothesis import given
from hypothesis import strategies as st

from aloitus.pages.drawings.lettering import fitted, width


def test_a_text_is_as_wide_as_its_letters_at_its_size() -> None:
    assert width("ii", 10) == pytest.approx(5.8)
    assert width("Mm", 10) == pytest.approx(17.4)
    assert width("Aa", 10) == pytest.approx(12.7)
    assert width("Aa", 10, bold=True) == pytest.approx(12.7 * 1.06)


def test_an_ideograph_fills_its_square() -> None:
    assert width("株", 12) == 12


def test_a_text_that_fits_is_left_alone() -> None:
    assert fitted("Sopimus", 60) == "Sopimus"


def test_a_text_is_cut_without_a_space_before_the_ellipsis() -> None:
    assert fitted("Oma taloushallinto", 38) == "Oma…"


@given(st.text(), st.floats(min_value=12, max_value=300))
def test_what_is_cut_fits(text: str, room: float) -> None:
    assert width(fitted(text, room)) <= room
