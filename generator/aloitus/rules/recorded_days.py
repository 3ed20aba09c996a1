"""The days on which something happened, as a client's file records them."""

from collections.abc import Iterator
from datetime import date

from aloitus.findings import KeyPath
from aloitus.model.client import ClientStatus, MeetingStatus
from aloitus.rules.case import Case


def recorded_days(case: Case) -> Iterator[tuple[KeyPath, date]]:
    """Days that are past by what they mean; agreed and due days aren't among them."""
    for record in case.records.all:
        day = record.entry.date
        if day is not None:
            yield (*record.key, "date"), day
    for key, found in _other_days(case):
        if found is not None:
            yield key, found


def _other_days(case: Case) -> Iterator[tuple[KeyPath, date | None]]:
    client = case.client
    if client.status is not ClientStatus.PLANNED:
        yield ("dates", "agreement_signed"), client.dates.get("agreement_signed")
    yield ("dates", "service_started"), client.dates.get("service_started")
    for service, start in client.service_starts.items():
        yield ("service_starts", service, "started"), start.started
    for name, meeting in client.meetings.items():
        if meeting.status is MeetingStatus.HELD:
            yield ("meetings", name, "date"), meeting.date
    for name, item in client.invoicing.items():
        yield ("invoicing", "items", name, "date"), item.date
    if client.uninvoiced:
        yield ("invoicing", "uninvoiced", "checked"), client.uninvoiced.checked
    for number, change in enumerate(client.changes):
        yield ("changes", number, "date"), change.date
    if client.closure:
        yield ("closure", "date"), client.closure.date
        yield ("closure", "erp_closed"), client.closure.erp_closed
