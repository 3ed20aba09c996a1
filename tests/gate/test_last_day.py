"""The last day on which something was done for a client."""

from typing import Any

from aloitus.gate.history.last_day import last_day_of_work
from aloitus.model.client import Action, ExtraTask, MeetingEntry, MeetingStatus, Status, TaskEntry
from builders import a_client, day, done, held, text


def test_where_nothing_is_recorded_there_is_none() -> None:
    assert last_day_of_work(a_client(tasks={"a": TaskEntry()})) is None


def test_it_is_the_latest_of_all_that_was_done() -> None:
    later = TaskEntry(Status.DONE, date=day("2026-05-08"), by="liisa-laine")
    work: dict[str, Any] = {"tasks": {"a": done("2026-05-04"), "b": TaskEntry()}}
    assert last_day_of_work(a_client(**work)) == day("2026-05-04")
    extra = {"c": ExtraTask("c", text("C"), "accountant", None, later)}
    assert last_day_of_work(a_client(**work, extra_tasks=extra)) == day("2026-05-08")
    acted = held("2026-05-05", actions={"d": Action("d", text("D"), "liisa-laine", None, later)})
    assert last_day_of_work(a_client(**work, meetings={"kickoff": acted})) == day("2026-05-08")
    assert last_day_of_work(a_client(**work, meetings={"kickoff": held("2026-05-05")})) == day("2026-05-05")


def test_a_meeting_that_is_only_planned_is_no_work() -> None:
    planned = MeetingEntry(MeetingStatus.PLANNED, day("2026-05-09"))
    assert last_day_of_work(a_client(tasks={"a": done("2026-05-04")}, meetings={"k": planned})) == day("2026-05-04")
