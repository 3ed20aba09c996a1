from datetime import date

from aloitus.model.client import Client, ServiceStart
from aloitus.model.process import Process
from aloitus.plan.build import plan_client
from aloitus.plan.dates import client_dates
from builders import DATES, a_client, a_date, a_process, a_task, day, due_rule, finland, when

TODAY = date(2026, 5, 18)
SERVICES = ("bookkeeping", "payroll")


def found(client: Client, process: Process | None = None) -> dict[str, str]:
    plan = plan_client(client, process or a_process(), finland(), TODAY)
    return {key: str(found) for key, found in plan.dates.items()}


def dates(*kinds: object) -> Process:
    return a_process(dates={kind.id: kind for kind in kinds})  # type: ignore[attr-defined]


def test_defaults_stand_in_for_dates_that_are_not_known() -> None:
    assert found(a_client(services=SERVICES)) == {
        "agreement_signed": "2026-04-20",
        "service_start": "2026-06-01",
        "first_payday": "2026-06-30",
        "first_close": "2026-07-21",
    }


def test_the_clients_own_date_beats_the_default() -> None:
    assert found(a_client(services=SERVICES, dates={"first_payday": "2026-06-15"}))["first_payday"] == "2026-06-15"


def test_a_default_stands_only_where_the_date_concerns_the_client() -> None:
    assert "first_payday" not in found(a_client())
    assert found(a_client(dates={"first_payday": "2026-06-15"}))["first_payday"] == "2026-06-15"


def test_dates_that_the_process_does_not_name_stay() -> None:
    assert found(a_client(started="2026-06-02"))["service_started"] == "2026-06-02"


def test_a_default_that_falls_on_a_free_day_is_the_working_day_before() -> None:
    """31 October 2026 is a Saturday: the last payday of the month is Friday the 30th."""
    assert found(a_client(services=SERVICES, starts="2026-10-01"))["first_payday"] == "2026-10-30"


def test_only_the_result_of_a_default_rolls() -> None:
    """A month from Saturday 31 October is Monday 30 November."""
    process = dates(*DATES, a_date("review", "end of month of service_start + 1 month"))
    assert found(a_client(starts="2026-10-01"), process)["review"] == "2026-11-30"


def test_a_default_may_count_from_another_default() -> None:
    process = dates(*DATES, a_date("second_payday", "first_payday + 1 month", when("payroll")))
    assert found(a_client(services=SERVICES), process)["second_payday"] == "2026-07-30"


def test_defaults_that_go_round_in_a_circle_are_unknown() -> None:
    process = dates(a_date("hen", "egg + 1 day"), a_date("egg", "hen + 1 day"), a_date("self", "self + 1 day"))
    assert set(found(a_client(), process)) == {"agreement_signed", "service_start"}


def test_a_client_without_dates_has_none() -> None:
    assert found(a_client(services=SERVICES, signed=None, starts=None)) == {}


PAYROLL_LATER = a_client(services=SERVICES, service_starts={"payroll": ServiceStart(day("2026-07-01"))})


def test_the_date_of_one_service_counts_from_its_own_start() -> None:
    assert found(PAYROLL_LATER)["first_payday"] == "2026-07-31"
    assert found(PAYROLL_LATER)["first_close"] == "2026-07-21"


def test_a_date_of_several_services_counts_from_the_start_of_the_one_that_asks() -> None:
    resolved = client_dates(a_process(), PAYROLL_LATER, finland())
    assert resolved.day("first_close") == date(2026, 7, 21)
    assert resolved.day("first_close", "bookkeeping") == date(2026, 7, 21)
    assert resolved.day("first_close", "payroll") == date(2026, 8, 21)


def test_a_given_date_holds_for_every_service() -> None:
    client = a_client(
        services=SERVICES, dates={"first_close": "2026-07-10"}, service_starts=PAYROLL_LATER.service_starts
    )
    assert client_dates(a_process(), client, finland()).day("first_close", "payroll") == date(2026, 7, 10)


def test_the_start_of_a_service_that_is_not_bought_counts_for_nothing() -> None:
    client = a_client(service_starts=PAYROLL_LATER.service_starts)
    resolved = client_dates(a_process(), client, finland())
    assert resolved.day("service_start", "payroll") == date(2026, 6, 1)
    assert resolved.day("first_payday") == date(2026, 6, 30)


def test_a_service_whose_day_is_not_agreed_starts_with_the_client() -> None:
    client = a_client(services=SERVICES, service_starts={"payroll": ServiceStart(started=day("2026-07-01"))})
    assert client_dates(a_process(), client, finland()).day("service_start", "payroll") == date(2026, 6, 1)


def test_rules_are_read_from_left_to_right() -> None:
    resolved = client_dates(a_process(a_task("a-task")), a_client(), finland())
    assert resolved.count(due_rule("service_start + 5 days")) == date(2026, 6, 6)
    assert resolved.count(due_rule("end of month of service_start + 1 month - 2 workdays")) == date(2026, 7, 28)
    assert resolved.count(due_rule("service_start + 1 month + 1 day")) == date(2026, 7, 2)
    assert resolved.count(due_rule("nowhere + 1 day")) is None


def test_the_real_start_counts_where_it_was_later_than_agreed() -> None:
    rule = due_rule("service_start + 3 months")
    for started, counted in (
        ("2026-06-15", date(2026, 9, 15)),
        ("2026-05-15", date(2026, 9, 1)),
        (None, date(2026, 9, 1)),
    ):
        resolved = client_dates(a_process(), a_client(started=started), finland())
        assert resolved.from_real_start().count(rule) == counted
    only_real = client_dates(a_process(), a_client(starts=None, started="2026-06-15"), finland())
    assert only_real.from_real_start().count(rule) == date(2026, 9, 15)


def test_a_chain_of_defaults_may_be_of_any_length() -> None:
    kinds = [
        a_date(f"d{number}", f"{f'd{number - 1}' if number else 'service_start'} + 1 day") for number in range(3_000)
    ]
    counted = found(a_client(), dates(*reversed(kinds)))
    assert (counted["d0"], counted["d1"]) == ("2026-06-02", "2026-06-03")
    assert len(counted) == 3_000 + 2
