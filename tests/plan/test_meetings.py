from datetime import date, time
from typing import Any

import pytest

from aloitus.model.client import MeetingEntry, MeetingStatus
from aloitus.model.process import AgendaItem, LiveContent, Meeting
from aloitus.plan.build import plan_client
from aloitus.plan.client_plan import Attendance, MeetingState, PlannedMeeting
from builders import QUICK_REVIEW, a_client, a_meeting, a_process, a_task, day, finland, held, text, when

TODAY = date(2026, 5, 18)
KICKOFF = a_meeting("kickoff", "agreement_signed + 8 workdays")  # Thursday 30.4.2026


def meeting(
    rule: Meeting = KICKOFF, entry: MeetingEntry | None = None, today: date = TODAY, **client: Any
) -> PlannedMeeting:
    process = a_process(a_task("a-task"), a_task("sell", role="seller"), meetings=(QUICK_REVIEW, rule))
    meetings = {rule.id: entry} if entry else {}
    return plan_client(a_client(meetings=meetings, **client), process, finland(), today).meetings[1]


def test_meetings_are_numbered_in_the_process_order() -> None:
    plan = plan_client(a_client(), a_process(meetings=(KICKOFF, QUICK_REVIEW)), finland(), TODAY)
    assert [(found.number, found.id) for found in plan.meetings] == [(1, "kickoff"), (2, "quick-review")]


def test_a_meeting_that_is_not_listed_is_not_yet_planned() -> None:
    found = meeting()
    assert (found.state, found.entry, found.day) == (MeetingState.NOT_PLANNED, None, date(2026, 4, 30))
    assert (found.overdue, found.days_left) == (True, -10)


def test_a_planned_meeting_is_on_its_day() -> None:
    found = meeting(entry=MeetingEntry(MeetingStatus.PLANNED, day("2026-05-20"), time(9)))
    assert (found.state, found.due, found.day) == (MeetingState.PLANNED, date(2026, 4, 30), date(2026, 5, 20))
    assert (found.overdue, found.days_left) == (False, 2)


def test_a_held_meeting_is_never_overdue() -> None:
    found = meeting(entry=held("2026-05-04"))
    assert (found.state, found.day) == (MeetingState.HELD, date(2026, 5, 4))
    assert (found.overdue, found.days_left) == (False, None)


def test_a_cancelled_meeting_has_still_to_be_held_by_its_due_day() -> None:
    found = meeting(entry=MeetingEntry(MeetingStatus.CANCELLED, day("2026-05-20"), reason="Sairastuminen"))
    assert (found.state, found.day, found.overdue) == (MeetingState.CANCELLED, date(2026, 4, 30), True)


def test_without_dates_a_meeting_has_no_day() -> None:
    found = meeting(signed=None)
    assert (found.due, found.day, found.overdue, found.days_left) == (None, None, False, None)


@pytest.mark.parametrize(
    ("started", "earliest", "latest"),
    [
        (None, "2026-09-01", "2027-01-01"),
        ("2026-05-25", "2026-09-01", "2027-01-01"),
        ("2026-06-15", "2026-09-15", "2027-01-15"),
        ("2026-08-31", "2026-11-30", "2027-03-31"),
    ],
)
def test_a_window_counts_from_the_later_of_the_agreed_and_the_real_start(
    started: str | None, earliest: str, latest: str
) -> None:
    """Its ends don't roll: 1.1.2027 is a holiday."""
    plan = plan_client(a_client(started=started), a_process(), finland(), TODAY)
    assert (str(plan.meetings[0].earliest), str(plan.meetings[0].latest)) == (earliest, latest)


def test_a_meeting_without_a_window_may_be_held_any_day() -> None:
    assert (meeting().earliest, meeting().latest) == (None, None)


def attendance(**fields: Any) -> list[Attendance]:
    return list(meeting(a_meeting("kickoff", "service_start", **fields)).attendance)


PM, ACCOUNTANT = Attendance("project-manager", "liisa-laine"), Attendance("accountant", "matti-makinen")
SUPPORT, SELLER = Attendance("support-services", "tiina-tuki"), Attendance("seller", None)


def test_the_team_is_every_role_that_is_staffed_or_has_tasks() -> None:
    assert attendance() == [SELLER, PM, ACCOUNTANT, SUPPORT]


def test_a_list_of_roles_means_those_that_this_client_has_with_the_chair() -> None:
    assert attendance(participants=("accountant", "payroll-accountant")) == [ACCOUNTANT, PM]
    assert attendance(participants=("accountant",), chair=None) == [ACCOUNTANT]


def test_also_adds_a_role_unless_the_client_has_no_use_for_it() -> None:
    assert attendance(participants=(), also=("supervisor", "seller", "payroll-accountant"), chair=None) == [
        Attendance("supervisor", None),
        SELLER,
    ]


def test_the_agenda_has_the_items_that_concern_the_client_one_after_another() -> None:
    agenda = (
        AgendaItem(text("Tiimi"), 5, shows=LiveContent.TEAM),
        AgendaItem(text("Palkat"), 10, when("payroll")),
        AgendaItem(text("Aikataulu"), 15),
        AgendaItem(text("Toimenpiteet"), 5),
    )
    points = meeting(a_meeting("kickoff", "service_start", agenda=agenda)).agenda
    assert [(point.title.say("fi"), point.starts, point.duration, point.shows) for point in points] == [
        ("Tiimi", 0, 5, "team"),
        ("Aikataulu", 5, 15, None),
        ("Toimenpiteet", 20, 5, None),
    ]
