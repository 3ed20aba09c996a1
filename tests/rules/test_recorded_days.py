"""Every day of a client's file on which something happened."""

from dataclasses import replace

from aloitus.model.client import ClientStatus, MeetingEntry, ServiceStart
from aloitus.rules.recorded_days import recorded_days
from builders import SIGNED, a_process, a_task, day
from client_case import a_case
from everybody_named import CLIENT, ON

STARTED = day("2026-05-20")
WHOLE = replace(
    CLIENT,
    dates={**CLIENT.dates, "service_started": STARTED},
    service_starts={"payroll": ServiceStart(day("2026-06-01"), day("2026-06-02"))},
    meetings={**CLIENT.meetings, "quick-review": MeetingEntry(date=day("2026-10-01"))},
)


def days(status: ClientStatus) -> list[tuple[object, object]]:
    client = replace(WHOLE, status=status)
    return list(recorded_days(a_case(client, a_process(a_task("a")), ON[0])))


def test_every_day_is_found_but_what_is_agreed_or_planned() -> None:
    happened = [
        (("tasks", "a", "date"), ON[0]),
        (("extra_tasks", "b", "date"), ON[1]),
        (("meetings", "kickoff", "actions", "book", "date"), ON[2]),
        (("dates", "agreement_signed"), SIGNED),
        (("dates", "service_started"), STARTED),
        (("service_starts", "payroll", "started"), day("2026-06-02")),
        (("meetings", "kickoff", "date"), ON[3]),
        (("invoicing", "items", "c", "date"), ON[4]),
        (("invoicing", "uninvoiced", "checked"), ON[5]),
        (("changes", 0, "date"), ON[6]),
        (("closure", "date"), ON[7]),
        (("closure", "erp_closed"), ON[7]),
    ]
    assert days(ClientStatus.ACTIVE) == happened
    planned = [(key, when) for key, when in happened if key != ("dates", "agreement_signed")]
    assert days(ClientStatus.PLANNED) == planned
