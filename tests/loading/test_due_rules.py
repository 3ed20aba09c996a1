import pytest

from aloitus.loading.due import parse_due
from aloitus.model.due_rule import DueRule, Offset, Unit
from file_text import process_file


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("service_start", DueRule("service_start")),
        ("agreement_signed + 2 workdays", DueRule("agreement_signed", offsets=(Offset(2, Unit.WORKDAYS),))),
        ("service_start - 1 workday", DueRule("service_start", offsets=(Offset(-1, Unit.WORKDAYS),))),
        ("agreement_signed + 0 workdays", DueRule("agreement_signed", offsets=(Offset(0, Unit.WORKDAYS),))),
        (
            "service_start + 4 months + 5 workdays",
            DueRule("service_start", offsets=(Offset(4, Unit.MONTHS), Offset(5, Unit.WORKDAYS))),
        ),
        (
            "end of month of service_start + 15 workdays",
            DueRule("service_start", end_of_month=True, offsets=(Offset(15, Unit.WORKDAYS),)),
        ),
        ("end of month of first_payday", DueRule("first_payday", end_of_month=True)),
        (
            "first_payday + 5 days - 1 month",
            DueRule("first_payday", False, (Offset(5, Unit.DAYS), Offset(-1, Unit.MONTHS))),
        ),
        ("  service_start   +  1   day ", DueRule("service_start", offsets=(Offset(1, Unit.DAYS),))),
        ("end", DueRule("end")),
    ],
)
def test_a_due_rule_is_a_start_and_offsets(text: str, rule: DueRule) -> None:
    assert parse_due(text) == rule


@pytest.mark.parametrize(
    "text",
    [
        "", "service_start +2 workdays", "service_start + 2", "service_start + 2 weeks", "+ 2 workdays",
        "service_start + two workdays", "service_start + 1000 workdays", "service_start + 02 days", "Service_start",
        "end of month service_start", "end of month of end of month of service_start", "2026-05-01",
        "service_start + 1.5 months", "service_start * 2 days", "service_start + ٢ days", "service_start 2 days",
        "service_start" + " + 1 day" * 7,
    ],
)  # fmt: skip
def test_anything_else_is_no_due_rule(text: str) -> None:
    assert parse_due(text) is None


def test_a_bad_due_rule_is_a_finding_and_the_task_stays() -> None:
    process, (finding,) = process_file("title: P\ntasks: {a: {title: A, phase: p, role: r, due: 2 viikkoa}}\n")
    assert finding.code == "VAL210"
    assert finding.place.key == ("tasks", "a", "due")
    assert process.tasks["a"].due == DueRule("")


def test_a_due_rule_is_a_single_value() -> None:
    _, (finding,) = process_file("title: P\ndates: {a: {title: A, default: [b]}}\n")
    assert finding.code == "VAL203"
