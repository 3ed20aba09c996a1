from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from aloitus.i18n import wording
from aloitus.model.client import Action, Client, ClientStatus, MeetingStatus, ServiceStart, Status, TaskEntry
from aloitus.model.firm import Firm
from aloitus.model.process import Process
from aloitus.pages.context import PageContext
from aloitus.pages.drawings.timeline_story import EventKind, Story, short_title, story
from aloitus.plan.build import plan_client
from builders import PEOPLE, a_client, a_meeting, a_process, a_task, done, finland, held, text, waived

TODAY = date(2026, 5, 11)


def told(client: Client, process: Process, language: str = "fi", today: date = TODAY) -> Story | None:
    context = PageContext(wording(language), Firm("Esimerkkitilit"), PEOPLE, {process.id: process}, {}, today)
    return story(plan_client(client, process, finland(), today), context)


def told_story(client: Client, process: Process, language: str = "fi") -> Story:
    found = told(client, process, language)
    assert found
    return found


def a_story_of(tasks: Mapping[str, TaskEntry], **fields: Any) -> Story:
    process = a_process(*(a_task(task_id) for task_id in tasks))
    return told_story(a_client(tasks=tasks, **fields), process)


def test_a_finished_task_stands_where_it_was_signed_off() -> None:
    (lane,) = a_story_of({"open-engagement": done("2026-04-22")}).lanes
    assert [(dot.day, dot.mark, dot.note, dot.final) for dot in lane.dots] == [
        (date(2026, 4, 22), "done", "22.4.", True)
    ]


def test_an_open_task_stands_where_it_is_due() -> None:
    (lane,) = a_story_of({"open-engagement": TaskEntry(due=date(2026, 5, 20), due_reason="Sovittu")}).lanes
    assert [(dot.day, dot.mark, dot.note) for dot in lane.dots] == [(date(2026, 5, 20), "open", "Avoin 20.5.")]


def test_an_overdue_task_says_how_late_it_is() -> None:
    entry = TaskEntry(Status.IN_PROGRESS, due=date(2026, 5, 7), due_reason="Sovittu")
    (lane,) = a_story_of({"open-engagement": entry}).lanes
    assert [(dot.mark, dot.note, dot.overdue) for dot in lane.dots] == [("late", "Kesken 7.5., 2 työpv myöhässä", True)]


def test_waiting_says_more_than_late() -> None:
    entry = TaskEntry(Status.WAITING, reason="Valtuus puuttuu", due=date(2026, 5, 7), due_reason="Sovittu")
    (lane,) = a_story_of({"open-engagement": entry}).lanes
    assert [(dot.mark, dot.overdue) for dot in lane.dots] == [("waiting", True)]


def test_what_does_not_concern_the_client_is_a_dash() -> None:
    (lane,) = a_story_of({"open-engagement": waived(date=date(2026, 5, 4))}).lanes
    assert [(dot.mark, dot.day, lane.done) for dot in lane.dots] == [("not-applicable", date(2026, 5, 4), 1)]


def test_a_task_without_a_day_is_counted_but_not_drawn() -> None:
    process = a_process(a_task("train", "software_training + 1 workday"), a_task("open-engagement"))
    (lane,) = told_story(a_client(), process).lanes
    assert (len(lane.dots), lane.total) == (1, 2)


def test_lanes_follow_the_process_and_a_role_keeps_the_first_part_of_its_title() -> None:
    process = a_process(a_task("books", role="accountant"), a_task("sell", role="seller"))
    roles = {
        **process.roles,
        "accountant": replace(process.roles["accountant"], title=text("Kirjanpitäjä – asiakasvastaava")),
    }
    names = [lane.name for lane in told_story(a_client(), replace(process, roles=roles)).lanes]
    assert names == ["seller", "Kirjanpitäjä"]


def test_actions_of_meetings_have_a_lane_of_their_own_at_the_end() -> None:
    action = Action("call-bank", text("Soita pankkiin"), "liisa-laine", date(2026, 5, 15))
    client = a_client(meetings={"quick-review": held("2026-05-04", actions={"call-bank": action})})
    lanes = told_story(client, a_process(a_task("open-engagement"))).lanes
    assert [(lane.name, len(lane.dots)) for lane in lanes] == [("support-services", 1), ("Palavereissa sovitut", 1)]


def test_events_are_the_dates_the_meetings_and_the_gate() -> None:
    process = a_process(
        a_task("open-engagement"),
        meetings=(a_meeting("quick-review", "service_start + 4 months", title=text("Pikapalaveri (sisäinen)")),),
    )
    client = a_client(meetings={"quick-review": held("2026-05-04")})
    events = told_story(client, process).events
    assert [(event.kind, event.day, event.name, event.done) for event in events] == [
        (EventKind.ANCHOR, date(2026, 4, 20), "Sopimus", True),
        (EventKind.MEETING, date(2026, 5, 4), "Pikapalaveri", True),
        (EventKind.GATE, date(2026, 6, 1), "Palvelutuotanto alkaa", False),
        (EventKind.ANCHOR, date(2026, 7, 21), "first_close", False),
    ]


def test_production_that_began_stands_on_its_real_day() -> None:
    found = told_story(a_client(started="2026-05-08", starts="2026-05-07"), a_process(a_task("open-engagement")))
    gate = next(event for event in found.events if event.kind is EventKind.GATE)
    assert (gate.day, gate.name, gate.done) == (date(2026, 5, 8), "Palvelutuotanto alkoi", True)


def test_a_service_with_a_start_of_its_own_has_a_gate_of_its_own() -> None:
    client = a_client(services=("bookkeeping", "payroll"), service_starts={"payroll": ServiceStart(date(2026, 8, 3))})
    gates = [
        event
        for event in told_story(client, a_process(a_task("open-engagement"))).events
        if event.kind is EventKind.GATE
    ]
    assert [(gate.day, gate.name) for gate in gates] == [
        (date(2026, 6, 1), "Palvelutuotanto alkaa"),
        (date(2026, 8, 3), "payroll alkaa"),
    ]


def test_a_cancelled_meeting_is_left_out_and_a_missed_one_alarms() -> None:
    process = a_process(
        a_task("open-engagement"), meetings=(a_meeting("quick-review", "agreement_signed + 5 workdays"),)
    )
    missed = [event for event in told_story(a_client(), process).events if event.kind is EventKind.MEETING]
    assert [event.alarming for event in missed] == [True]
    cancelled = replace(held("2026-05-04"), status=MeetingStatus.CANCELLED, reason="Ei tarpeen")
    without = told_story(a_client(meetings={"quick-review": cancelled}), process).events
    assert [event for event in without if event.kind is EventKind.MEETING] == []


@pytest.mark.parametrize("status", [ClientStatus.CLOSED, ClientStatus.CANCELLED])
def test_an_onboarding_that_does_not_run_has_no_timeline(status: ClientStatus) -> None:
    assert told(a_client(status=status), a_process(a_task("open-engagement"))) is None


def test_without_a_single_day_there_is_nothing_to_draw() -> None:
    client = a_client(signed=None, starts=None, status=ClientStatus.PLANNED)
    assert told(client, a_process(a_task("open-engagement"))) is None


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Käyttöönoton pikapalaveri (sisäinen)", "Käyttöönoton pikapalaveri"),
        ("Palaveri (1) ja muuta", "Palaveri (1) ja muuta"),
        ("(sisäinen)", "(sisäinen)"),
    ],
)
def test_a_short_title_drops_what_stands_in_brackets_at_its_end(title: str, short: str) -> None:
    assert short_title(title) == short
