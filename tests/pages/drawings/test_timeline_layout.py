"""Coordinates worked out by hand: 13 px a day from 20.10. to 21.12.2026, 2 px a day from there to 27.4.2027."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aloitus.pages.drawings.timeline_events import WIDTH
from aloitus.pages.drawings.timeline_layout import Timeline, lay_out
from aloitus.pages.drawings.timeline_story import Dot, Event, EventKind, Lane, Story
from pages.drawings.stories import (
    LAST,
    SIGNED,
    START,
    TODAY,
    a_dot,
    a_gate,
    a_lane,
    a_meeting,
    a_story,
    an_anchor,
    late,
)


def drawn(story: Story) -> Timeline:
    return lay_out(story, tuple(f"{event.day.day}.{event.day.month}." for event in story.events))


def test_days_stand_where_the_two_scales_put_them() -> None:
    scale = drawn(a_story()).scale
    assert (scale.main.first, scale.main.last) == (date(2026, 10, 20), date(2026, 12, 21))
    assert scale.x(SIGNED) == 244
    assert scale.x(START) == 764
    assert scale.tail
    assert scale.tail.last == date(2027, 4, 27)
    assert scale.x(LAST) == 1266


def test_today_stands_on_the_roomy_scale() -> None:
    assert drawn(a_story()).today == 660


def test_once_the_start_has_settled_the_whole_scale_is_even() -> None:
    scale = drawn(a_story(today=date(2026, 12, 22))).scale
    assert scale.tail is None
    assert (scale.main.first, scale.last, scale.x(scale.last)) == (date(2026, 10, 20), date(2027, 4, 27), 1278)


def test_nothing_after_the_start_leaves_no_tail() -> None:
    assert drawn(a_story(a_lane(a_dot(START)))).scale.tail is None


def test_a_mistyped_year_squeezes_nothing() -> None:
    scale = drawn(a_story(a_lane(a_dot(date(1926, 11, 2)), a_dot(date(9999, 12, 31))))).scale
    assert scale.main.first == date(2026, 8, 21)
    assert scale.last == date(2028, 6, 29)
    assert scale.x(date(1926, 11, 2)) == 218
    assert scale.x(date(9999, 12, 31)) == 1278


def test_a_far_start_leaves_today_out() -> None:
    far = a_story(a_lane(a_dot(date(2027, 6, 1))), signed=date(2027, 5, 3), start=date(2027, 7, 1))
    assert drawn(far).today is None


def test_a_near_start_has_today_at_its_left() -> None:
    near = drawn(a_story(a_lane(a_dot(date(2027, 2, 1))), signed=None, start=date(2027, 3, 1)))
    assert near.scale.main.first == date(2026, 11, 21)
    assert near.today is not None


def test_lanes_are_as_high_as_their_rows() -> None:
    one = a_lane(a_dot(date(2026, 11, 2)))
    two = a_lane(a_dot(date(2026, 11, 2)), a_dot(date(2026, 11, 2)), a_dot(LAST))
    picture = drawn(a_story(one, two, a_lane()))
    assert [(lane.top, lane.height) for lane in picture.lanes] == [(104, 27), (131, 42), (173, 27)]
    assert picture.bottom == 200
    assert picture.height == 220


def test_marks_of_a_day_stand_below_each_other_and_the_next_one_above() -> None:
    lane = a_lane(
        a_dot(date(2026, 11, 2)), a_dot(date(2026, 11, 2)), a_dot(date(2026, 11, 3)), a_dot(date(2026, 11, 4))
    )
    marks = drawn(a_story(lane, a_lane(a_dot(LAST)))).lanes[0].marks
    assert [(mark.x, mark.y) for mark in marks] == [(387, 117.5), (387, 132.5), (400, 147.5), (413, 117.5)]


def test_a_delay_runs_to_today_and_keeps_its_row() -> None:
    lane = a_lane(late(date(2026, 11, 9)), a_dot(date(2026, 11, 16)), a_dot(TODAY), a_dot(date(2026, 11, 24)))
    marks = drawn(a_story(lane, a_lane(a_dot(LAST)))).lanes[0].marks
    assert (marks[0].x, marks[0].tail) == (478, 485.6)
    assert [mark.y for mark in marks] == [117.5, 132.5, 132.5, 117.5]


def test_a_delay_too_short_to_see_has_no_tail() -> None:
    squeezed = a_lane(late(TODAY - timedelta(days=1)), a_dot(SIGNED - timedelta(days=60)), a_dot(LAST))
    assert drawn(a_story(squeezed, today=TODAY, start=None)).lanes[0].marks[0].tail is None


def test_labels_stand_right_of_their_marks_on_the_first_level() -> None:
    placed = drawn(a_story(events=(an_anchor(SIGNED),))).events
    assert [(one.x, one.y, one.on_left, one.label[0]) for one in placed] == [(244, 42, False, 257)]


def test_a_label_that_would_pass_the_edge_stands_left_of_its_mark() -> None:
    (one,) = drawn(a_story(events=(a_meeting(LAST, "Käyttöönoton pikapalaveri", 3),))).events
    assert one.on_left
    assert one.label[1] == 1266 - 13


def test_events_close_together_take_a_level_each() -> None:
    close = (an_anchor(date(2026, 12, 9)), a_meeting(date(2026, 12, 10)), an_anchor(date(2026, 12, 11), "Koulutus"))
    assert sorted(one.y for one in drawn(a_story(events=close)).events) == [42, 65, 88]


def test_a_gate_has_the_first_level_and_others_keep_off_its_line() -> None:
    placed = drawn(a_story(events=(an_anchor(date(2026, 11, 30), "Työ"), a_gate()))).events
    assert [(one.event.kind, one.level, one.on_left) for one in placed] == [
        (EventKind.GATE, 0, False),
        (EventKind.ANCHOR, 1, True),
    ]


def test_many_events_lower_the_lanes() -> None:
    crowd = tuple(an_anchor(date(2026, 11, 24), f"Päivä, jolla on pitkähkö nimi {n}") for n in range(9))
    picture = drawn(a_story(events=crowd))
    deepest = max(one.y for one in picture.events)
    assert deepest > 88
    assert picture.lanes[0].top == deepest + 16


days = st.dates(date(2026, 8, 1), date(2027, 9, 30))
names = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=60)
events = st.lists(st.builds(Event, st.sampled_from(EventKind), days, names, number=st.integers(0, 12)), max_size=9).map(
    lambda found: tuple(sorted(found, key=lambda event: event.day))
)
dots = st.lists(st.builds(Dot, days, st.just("open"), st.just("x"), overdue=st.booleans()), max_size=30).map(
    lambda found: tuple(
        sorted((replace(dot, overdue=dot.overdue and dot.day < TODAY) for dot in found), key=lambda dot: dot.day)
    )
)
stories = st.builds(
    Story,
    st.just(TODAY) | days,
    st.none() | days,
    st.none() | days,
    events,
    st.lists(dots.map(lambda found: Lane("x", 0, len(found), found)), min_size=1, max_size=4).map(tuple),
).filter(lambda story: story.events or any(lane.dots for lane in story.lanes))


@settings(max_examples=300)
@given(stories)
def test_no_label_covers_another_or_leaves_the_drawing(story: Story) -> None:
    placed = drawn(story).events
    for one in placed:
        assert 0 <= one.extent[0] < one.extent[1] <= WIDTH
        for other in placed:
            if other is not one and other.level == one.level:
                assert one.extent[1] + 16 <= other.extent[0] or other.extent[1] + 16 <= one.extent[0]


@settings(max_examples=300)
@given(stories)
def test_no_mark_covers_another_or_leaves_its_lane(story: Story) -> None:
    picture = drawn(story)
    for lane in picture.lanes:
        for at, mark in enumerate(lane.marks):
            assert lane.top + 13 <= mark.y <= lane.top + lane.height - 13
            assert 218 <= mark.x <= 1278
            for other in lane.marks[at + 1 :]:
                reach = picture.today - 8 if mark.tail is not None and picture.today is not None else mark.x
                assert other.y != mark.y or other.x - max(reach, mark.x) >= 14.5 - 1e-6


@given(stories)
def test_the_drawing_holds_all_that_is_told(story: Story) -> None:
    picture = drawn(story)
    assert len(picture.events) == len(story.events)
    assert [len(lane.marks) for lane in picture.lanes] == [len(lane.dots) for lane in story.lanes]
    assert picture.bottom == pytest.approx(picture.top + sum(lane.height for lane in picture.lanes))
