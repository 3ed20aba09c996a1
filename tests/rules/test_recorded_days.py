"""Every day of a client's file on which something happened."""

from dataclasses import replace

from aloitus.model.client import ClientStatus, MeetingEntry, ServiceStart
from aloitus.plan.build import plan_client
from aloitus.rules.case import Case
from aloitus.rules.recorded_days import recorded_days
from builders import PEOPLE, SIGNED, a_process, a_task, day, finland
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
    case = Case(plan_client(client, a_process(a_task("a")), finland(), ON[0]), "clients/x.yaml", PEOPLE)
    return list(recorded_days(case))


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
