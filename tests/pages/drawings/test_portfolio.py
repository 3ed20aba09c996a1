import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aloitus.i18n import wording
from aloitus.pages.drawings.portfolio import Course, TimeAxis, axis, described, legend, strip, time_axis

FI, EN = wording("fi"), wording("en")
TODAY = date(2026, 11, 23)
# 163 days over 326 px: 2 px a day from x = 9 on 1.10.2026
AXIS = TimeAxis(date(2026, 10, 1), date(2027, 3, 13), TODAY)
AHEAD = Course(date(2026, 10, 26), date(2026, 12, 1), date(2027, 3, 1))


def shapes(course: Course) -> list[str]:
    return re.findall(r"<(?:rect|path|circle)[^>]*>", strip(course, AXIS, FI))


def test_the_bar_runs_from_signing_to_the_start_and_is_filled_up_to_today() -> None:
    bar = shapes(AHEAD)[:2]
    assert bar == [
        '<rect class="ahead" x="59" y="8.5" width="72" height="7" rx="1.5"/>',
        '<rect class="passed" x="59" y="8" width="56" height="8" rx="1.5"/>',
    ]


def test_a_line_leads_on_to_the_review() -> None:
    assert shapes(AHEAD)[2:] == [
        '<path class="on" d="M131 12H311"/>',
        '<path class="gate" d="M131 4l8 8-8 8-8-8z"/>',
        '<circle class="review" cx="311" cy="12" r="6.2"/>',
    ]


def test_after_the_start_the_line_is_filled_up_to_today() -> None:
    course = Course(date(2026, 10, 2), date(2026, 11, 3), date(2027, 3, 1), started=True)
    assert shapes(course) == [
        '<rect class="passed" x="11" y="8" width="64" height="8" rx="1.5"/>',
        '<path class="on" d="M115 12H311"/>',
        '<path class="on passed" d="M75 12H115"/>',
        '<path class="gate passed" d="M75 4l8 8-8 8-8-8z"/>',
        '<circle class="review" cx="311" cy="12" r="6.2"/>',
    ]


@pytest.mark.parametrize(("reviewed", "kind"), [(True, "review passed"), (False, "review missed")])
def test_a_review_in_the_past_was_held_or_missed(reviewed: bool, kind: str) -> None:
    course = Course(date(2026, 10, 2), date(2026, 10, 5), date(2026, 11, 3), started=True, reviewed=reviewed)
    assert f'<circle class="{kind}" cx="75"' in strip(course, AXIS, FI)


def test_a_start_at_risk_colours_its_strip() -> None:
    assert '<span class="strip at-risk"' in strip(Course(None, date(2026, 12, 1), None, at_risk=True), AXIS, FI)


def test_today_stands_at_the_same_place_in_every_row_and_in_the_head() -> None:
    places = re.findall(r"--today:([\d.]+%)", axis(AXIS, FI) + strip(AHEAD, AXIS, FI))
    assert places == ["33.4%", "33.4%"]


def test_months_are_named_in_the_readers_language() -> None:
    assert re.findall(r'<i style="left:([\d.]+)%">(\w+)', axis(AXIS, FI)) == [
        ("2.6", "loka"),
        ("20.6", "marras"),
        ("38.1", "joulu"),
        ("56.1", "tammi"),
        ("74.1", "helmi"),
    ]
    assert "Jan" in axis(AXIS, EN)


def test_a_strip_says_in_words_what_it_shows() -> None:
    assert described(AHEAD, FI) == "sopimus 26.10.2026, palvelutuotanto alkaa 1.12.2026, pikapalaveri 1.3.2027"
    held = Course(None, date(2026, 5, 4), date(2026, 9, 1), started=True, reviewed=True)
    assert described(held, FI) == "palvelutuotanto alkoi 4.5.2026, pikapalaveri pidetty 1.9.2026"
    assert described(Course(None, date(2026, 12, 1), None, at_risk=True), EN) == "production starts 1.12.2026, at risk"
    assert "palvelutuotanto alkaa 1.12.2026" in strip(AHEAD, AXIS, FI)


def test_without_a_day_there_is_no_strip() -> None:
    assert strip(Course(None, None, None), AXIS, FI) == '<span class="none">ei päiviä</span>'


def test_the_axis_holds_everybody_and_today() -> None:
    found = time_axis([AHEAD, Course(date(2026, 8, 3), None, None)], TODAY)
    assert (found.first, found.last) == (date(2026, 8, 3), date(2027, 3, 1))
    assert time_axis([], TODAY).last > TODAY


def test_a_mistyped_year_stands_at_the_edge() -> None:
    odd = Course(date(1926, 1, 1), date(2026, 12, 1), date(9999, 1, 1))
    found = time_axis([odd, AHEAD], TODAY)
    assert (found.first, found.last) == (date(2025, 10, 19), date(2028, 5, 26))
    assert 'cx="335"' in strip(odd, found, FI)


def test_the_legend_names_each_shape() -> None:
    assert legend(FI).count("<li>") == 4


days = st.none() | st.dates(date(2024, 1, 1), date(2030, 1, 1))
courses = st.builds(Course, days, days, days, st.booleans(), st.booleans(), st.booleans())


@given(st.lists(courses, min_size=1, max_size=5))
def test_no_mark_leaves_the_strip(found: list[Course]) -> None:
    shared = time_axis(found, TODAY)
    for course in found:
        drawn = strip(course, shared, FI)
        xs = [float(x) for x in re.findall(r'(?: x="| cx="|d="M)(-?[\d.]+)', drawn)]
        assert all(9 <= x <= 335 for x in xs)
        assert all(float(wide) > 0 for wide in re.findall(r'width="([-\d.]+)"', drawn))
