"""The start of production: too little time for it, and a start with something of its gate undone."""

from typing import Any

from aloitus.findings import Finding, Severity
from aloitus.model.client import ServiceStart
from aloitus.rules.closing import schedule_too_tight, start_gate_open
from builders import a_client, a_process, a_task, day, done, when
from client_case import a_case

TODAY = day("2026-05-15")


def test_of_several_tasks_that_land_after_the_start_the_last_is_named() -> None:
    process = a_process(
        a_task("soon", "agreement_signed + 5 workdays"),
        a_task("late", "agreement_signed + 8 workdays"),
        a_task("first", gate=True, after="soon"),
        a_task("second", gate=True, after="late"),
        a_task("third", gate=True, after="soon"),
    )
    client = a_client(signed="2026-05-11", starts="2026-05-13")
    (finding,) = schedule_too_tight.check(a_case(client, process, TODAY))
    assert finding.message.values["id"] == "second"


def test_one_working_day_too_few_is_told_and_none_isnt() -> None:
    process = a_process(a_task("identify-client", "service_start - 3 workdays", gate=True))
    lacking = a_client(signed="2026-05-11", starts="2026-05-15")
    (finding,) = schedule_too_tight.check(a_case(lacking, process, TODAY))
    assert (finding.message.values["lead"], finding.message.values["needed"]) == (3, 4)
    enough = a_client(signed="2026-05-11", starts="2026-05-18")
    assert list(schedule_too_tight.check(a_case(enough, process, TODAY))) == []


PAYROLL_TOO = a_process(
    a_task("identify-client", gate=True), a_task("run-parallel-payroll", gate=True, when=when("payroll"))
)
BOTH = ("bookkeeping", "payroll")


def opened(**fields: Any) -> list[Finding]:
    return list(start_gate_open.check(a_case(a_client(services=BOTH, **fields), PAYROLL_TOO, TODAY)))


def test_a_service_that_started_by_itself_is_judged_by_its_own_start() -> None:
    starts = {"payroll": ServiceStart(day("2026-05-11"), day("2026-05-11"))}
    (finding,) = opened(service_starts=starts)
    assert finding.place.key == ("tasks", "run-parallel-payroll")
    assert finding.related[0].place.key == ("service_starts", "payroll", "started")
    found = opened(service_starts=starts, started="2026-05-11")
    assert [one.related[0].place.key for one in found] == [
        ("dates", "service_started"),
        ("service_starts", "payroll", "started"),
    ]


def test_a_start_whose_gate_is_done_says_nothing_and_hides_nothing() -> None:
    starts = {"payroll": ServiceStart(day("2026-05-11"), day("2026-05-11"))}
    found = opened(service_starts=starts, started="2026-05-11", tasks={"identify-client": done("2026-05-04")})
    assert [one.place.key for one in found] == [("tasks", "run-parallel-payroll")]
    assert opened(tasks={}) == []


def test_in_the_change_that_starts_it_is_an_error() -> None:
    client = a_client(services=BOTH, started="2026-05-11")
    for strict, severity in ((False, Severity.WARNING), (True, Severity.ERROR)):
        found = list(start_gate_open.check(a_case(client, PAYROLL_TOO, TODAY, strict=strict)))
        assert {one.severity for one in found} == {severity}
