"""Columns, dumbbells, the heat table and bars, by figures worked out by hand."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aloitus.i18n import wording
from aloitus.pages.drawings import lead_times as dumbbells
from aloitus.pages.drawings.day_bars import DayLoad, day_bars, two_weeks
from aloitus.pages.drawings.figures import bar, rate_bar, share, table
from aloitus.pages.drawings.heat_table import Load, heat_legend, heat_table, level
from aloitus.pages.drawings.lead_times import LeadTime, lead_times
from aloitus.pages.drawings.on_time_columns import Period, draw, on_time_columns, y_of
from aloitus.pages.markup import Markup

FI, EN = wording("fi"), wording("en")
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("part", "whole", "percent"), [(0, 0, 0), (0, 3, 0), (1, 3, 33), (1, 400, 1), (399, 400, 99), (4, 4, 100)]
)
def test_a_share_is_whole_or_none_only_when_it_is_so(part: int, whole: int, percent: int) -> None:
    assert share(part, whole) == percent


def test_columns_stand_on_the_axis_and_are_as_high_as_their_share() -> None:
    drawn = draw([Period("tammi–maalis", 2026, 1, 2), Period("huhti–kesä", 2026, 3, 3)], 90, FI, "a")
    assert (y_of(0), y_of(50), y_of(100)) == (178, 101, 24)
    assert re.findall(r"<rect[^>]*>", drawn) == [
        '<rect class="column" x="125.5" y="101" width="72" height="77"/>',
        '<rect class="column now" x="364.5" y="24" width="72" height="154"/>',
    ]


def test_a_low_column_has_its_figure_above_it() -> None:
    drawn = draw([Period("tammi–maalis", 2026, 1, 14), Period("huhti–kesä", 2026, 0, 0)], 90, FI, "a")
    assert '<text x="161.5" y="162.2" class="figure">7 %</text>' in drawn
    assert '<text x="400.5" y="173" class="figure">–</text>' in drawn


def test_the_target_is_a_line_with_its_name() -> None:
    drawn = draw([Period("tammi–maalis", 2026, 1, 2)], 90, FI, "a")
    assert '<path class="target" d="M42 39.4H520"/><text x="526" y="43.4">tavoite 90 %</text>' in drawn


def test_a_chart_says_its_figures_in_a_list_and_in_a_table_too() -> None:
    chart = on_time_columns([Period("tammi–maalis", 2026, 10, 14)], 90, FI, "a")
    assert chart.count("10/14") == 4  # label, description, list, its bar's name
    assert '<tr><th scope="row">tammi–maalis 2026</th><td class="n">10</td><td class="n">14</td>' in chart
    assert "Luvut taulukkona" in chart


ROWS = [LeadTime("Kallio", 22), LeadTime("Kaarna", 30, 90)]


def test_dumbbells_run_from_the_start_to_the_closing() -> None:
    drawn = dumbbells.draw(ROWS, 23, FI, "b")
    # 0…100 in steps of 20 from x = 172 to 570
    assert '<path class="between" d="M291.4 59.5H530.2"/><circle class="closed" cx="530.2" cy="59.5" r="5.5"/>' in drawn
    assert '<text x="540.2" y="63.5">90</text>' in drawn
    assert '<text x="299.4" y="56.5">30</text>' in drawn


def test_an_open_onboarding_has_a_dotted_line_and_too_short_a_lead_alarms() -> None:
    drawn = dumbbells.draw(ROWS, 23, FI, "b")
    assert '<path class="unfinished" d="M259.6 34.5H570"/>' in drawn
    assert drawn.count('class="gate alarming"') == 1
    assert 'class="gate alarming"' not in dumbbells.draw(ROWS, None, FI, "b")


def test_the_need_takes_the_place_of_a_figure_of_the_axis_that_is_too_near() -> None:
    axis = re.findall(r'class="(?:of )?middle">(\d+)<', dumbbells.draw(ROWS, 23, FI, "b"))
    assert axis == ["0", "40", "60", "80", "100", "23"]


def test_marks_close_together_have_the_first_figure_at_their_left() -> None:
    drawn = dumbbells.draw([LeadTime("A", 50, 52), LeadTime("B", 90)], None, FI, "b")
    assert re.search(r'class="end">50<', drawn)


def test_lead_times_are_told_in_words() -> None:
    assert "alku 30 työpv, suljettu 90 työpv" in lead_times(ROWS, 23, FI, "b")
    assert "start after 22 working days, not closed yet" in lead_times(ROWS, 23, EN, "b")


@given(
    st.lists(
        st.builds(LeadTime, st.text(max_size=40), st.integers(-5, 4000), st.none() | st.integers(0, 4000)), max_size=8
    )
)
def test_no_dumbbell_leaves_its_drawing(rows: list[LeadTime]) -> None:
    drawn = dumbbells.draw(rows, 23, FI, "b")
    xs = [float(x) for x in re.findall(r'(?: x="| cx="|d="M)(-?[\d.]+)', drawn)]
    assert all(0 <= x <= 600 for x in xs)


def test_charts_of_nothing_are_drawn_too() -> None:
    assert "<svg" in lead_times([], None, FI, "b")
    assert "<svg" in on_time_columns([], 90, FI, "a")


WEEKS = [TODAY + timedelta(days=7 * at) for at in range(3)]
LOADS = [
    Load(Markup('<a href="x/">Ville</a>'), "Tukipalvelut", ("support-services",), 5, 31, 3, 0, (9, 0, 2)),
    Load(Markup("Elina"), "", (), 1, 2, 0, 1, (1, 0, 12)),
]


def test_cells_are_shaded_by_their_figure() -> None:
    assert [level(count) for count in (0, 1, 2, 3, 5, 7, 9, 10, 99)] == [0, 1, 1, 2, 3, 4, 4, 5, 5]
    found = re.findall(r'<span class="heat-(\d)">([^<]+)', heat_table(LOADS, WEEKS, TODAY, FI, "load"))
    assert found == [("4", "9"), ("0", "·"), ("1", "2"), ("1", "1"), ("0", "·"), ("5", "12")]


def test_this_week_is_marked_and_columns_add_up() -> None:
    found = heat_table(LOADS, WEEKS, TODAY, FI, "load")
    assert re.findall(r'class="week([^"]*)"[^>]*>vk (\d+)', found) == [(" now", "48"), ("", "49"), ("", "50")]
    totals = re.findall(r">(\d+)</td>", found[found.index("<tfoot>") :])
    assert totals == ["33", "3", "1", "10", "0", "14"]


def test_the_legend_says_what_the_shades_mean() -> None:
    assert re.findall(r"</span>([^<]+)</li>", heat_legend(FI)) == ["1–2", "3–4", "5–6", "7–9", "10&#43;"]


def test_bars_of_days_are_as_high_as_their_figure() -> None:
    bars = day_bars([DayLoad(TODAY, 10), DayLoad(date(2026, 11, 24), 0), DayLoad(date(2026, 11, 30), 5)], TODAY, FI)
    assert re.findall(r'<li( class="\w+")?><b[^>]*>(\d+)</b><i style="height:([\d.]+)rem">', bars) == [
        (' class="now"', "10", "2.2"),
        ("", "0", "0"),
        (' class="monday"', "5", "1.1"),
    ]
    assert "<span>ma</span> <span>23.11.</span>" in bars


def test_two_weeks_begin_on_this_monday_and_leave_out_what_is_overdue() -> None:
    wednesday = date(2026, 11, 25)
    dues = [date(2026, 11, 24), wednesday, wednesday, date(2026, 12, 4), date(2026, 12, 7), None]
    found = two_weeks(dues, wednesday)
    assert [load.day.day for load in found] == [23, 24, 25, 26, 27, 30, 1, 2, 3, 4]
    assert [load.tasks for load in found] == [0, 0, 2, 0, 0, 0, 0, 0, 0, 1]


def test_few_tasks_never_look_like_many() -> None:
    assert 'style="height:0.44rem"' in day_bars([DayLoad(TODAY, 1)], TODAY, FI)


def test_bars_say_in_words_what_they_show() -> None:
    waiting = bar([("waiting", 1), ("blocked", 0)], 4, "1 odottaa")
    assert waiting.startswith('<span class="chart-bar" role="img" aria-label="1 odottaa"><i class="is-waiting" ')
    assert waiting.count("<i ") == waiting.count("width:25.0%") == 1
    assert '<b style="left:90%"></b>' in rate_bar(70, 90, "70 %")
    assert "<b" not in rate_bar(70, None, "70 %")


def test_a_table_escapes_what_it_is_given() -> None:
    assert "<b>" not in table(["<b>"], [["<b>", "1"]], "<b>")
