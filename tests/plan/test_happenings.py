"""Meetings and starts by day, across clients."""

import datetime as dt
from typing import Any

from aloitus.model.client import Client, ClientStatus, MeetingEntry, MeetingStatus, ServiceStart
from aloitus.plan.build import plan_client
from aloitus.plan.client_summary import ClientSummary
from aloitus.plan.happenings import happenings, happenings_by_person, happenings_of
from aloitus.plan.summary import summarise
from builders import CLOSING_TASKS, a_client, a_process, a_task, day, finland, held

TODAY = dt.date(2026, 5, 19)  # a Tuesday
PROCESS = a_process(a_task("gated", gate=True), *CLOSING_TASKS)


def summary(client: Client, today: dt.date = TODAY) -> ClientSummary:
    return summarise(plan_client(client, PROCESS, finland(), today))


def planned(on: str, at: dt.time | None = None, **fields: Any) -> dict[str, MeetingEntry]:
    return {"quick-review": MeetingEntry(MeetingStatus.PLANNED, day(on), at, **fields)}


def test_they_are_by_day_then_by_time_then_by_client() -> None:
    clients = [
        a_client("d", meetings=planned("2026-06-01", dt.time(13))),
        a_client("c", meetings=planned("2026-06-01", dt.time(9)), starts="2026-06-15"),
        a_client("b", meetings=planned("2026-05-29")),
    ]
    found = happenings(map(summary, clients))
    assert [(one.day.isoformat(), one.client.id, one.meeting is not None) for one in found] == [
        ("2026-05-29", "b", True),
        ("2026-06-01", "b", False),
        ("2026-06-01", "d", False),
        ("2026-06-01", "c", True),
        ("2026-06-01", "d", True),
        ("2026-06-15", "c", False),
    ]
    assert found == happenings(map(summary, reversed(clients)))


def test_only_clients_whose_onboarding_is_running_have_any() -> None:
    statuses = [ClientStatus.PLANNED, ClientStatus.CLOSED, ClientStatus.CANCELLED]
    assert happenings(summary(a_client(status=status)) for status in statuses) == ()


def test_production_that_began_counts_on_the_day_it_did() -> None:
    (start,) = (one for one in happenings_of(summary(a_client(started="2026-06-03"))) if one.gate)
    assert start.day == dt.date(2026, 6, 3)


def test_a_service_that_starts_on_a_day_of_its_own_has_its_own_start() -> None:
    client = a_client(services=("bookkeeping", "payroll"), service_starts={"payroll": ServiceStart(day("2026-08-03"))})
    starts = [(one.day.isoformat(), one.gate.service) for one in happenings_of(summary(client)) if one.gate]
    assert starts == [("2026-06-01", None), ("2026-08-03", "payroll")]


def test_what_has_no_day_is_left_out() -> None:
    assert list(happenings_of(summary(a_client(starts=None)))) == []


def test_a_meeting_is_missed_when_its_day_passed_without_a_record_of_it() -> None:
    def missed(**fields: Any) -> list[bool]:
        return [one.missed for one in happenings_of(summary(a_client(**fields), dt.date(2026, 10, 13))) if one.meeting]

    assert missed() == [True]
    assert missed(meetings=planned("2026-10-12")) == [True]
    assert missed(meetings=planned("2026-10-13")) == [False]
    assert missed(meetings={"quick-review": held("2026-10-01")}) == [False]


def test_a_start_is_missed_when_its_day_passed_and_nobody_recorded_it() -> None:
    def missed(**fields: Any) -> list[bool]:
        return [one.missed for one in happenings_of(summary(a_client(**fields), dt.date(2026, 6, 2))) if one.gate]

    assert missed() == [True]
    assert missed(started="2026-06-01") == [False]
    assert missed(starts="2026-06-02") == [False]


def test_a_meeting_is_unarranged_without_an_agreed_day_and_when_it_was_cancelled() -> None:
    def unarranged(meetings: dict[str, MeetingEntry]) -> list[bool]:
        return [one.unarranged for one in happenings_of(summary(a_client(meetings=meetings))) if one.meeting]

    assert unarranged({}) == [True]
    assert unarranged({"quick-review": MeetingEntry(MeetingStatus.CANCELLED, day("2026-09-01"))}) == [True]
    assert unarranged(planned("2026-09-01")) == [False]
    assert unarranged({"quick-review": held("2026-09-01")}) == [False]


def test_a_person_has_the_meetings_they_are_expected_at_and_their_clients_starts() -> None:
    found = happenings_by_person(
        [summary(a_client("a")), summary(a_client("b", team={"accountant": ("matti-makinen",)}))]
    )
    assert [(one.client.id, one.meeting is None) for one in found["matti-makinen"]] == [
        ("a", False), ("a", True), ("b", False), ("b", True),
    ]  # fmt: skip
    assert [one.client.id for one in found["liisa-laine"]] == ["a", "a"]


def test_a_deputy_has_none_and_who_was_there_has_the_meeting_that_was_held() -> None:
    client = summary(a_client(meetings={"quick-review": held("2026-05-18", participants=("eeva-esihenkilo",))}))
    found = happenings_by_person([client])
    assert "pekka-sijainen" not in found
    assert [one.meeting is not None for one in found["eeva-esihenkilo"]] == [True]
    assert [one.gate is not None for one in found["tiina-tuki"]] == [True]


def test_a_client_whose_onboarding_is_over_is_in_nobodys_calendar() -> None:
    assert happenings_by_person([summary(a_client(status=ClientStatus.CANCELLED))]) == {}
