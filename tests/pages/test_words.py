"""Days, due rules, progress and closing criteria in words, in both languages."""

import datetime as dt

import pytest

from aloitus.i18n import wording
from aloitus.model.client import InvoicingItem, InvoicingStatus
from aloitus.model.process import ClosureCriterion, Criterion
from aloitus.pages import days
from aloitus.pages.closure_words import criterion_words, missing_words
from aloitus.pages.due_words import due_words
from aloitus.pages.progress_words import progress_label, progress_words
from aloitus.plan.build import plan_client
from aloitus.plan.client_plan import Missing, Progress, Reason
from builders import CLOSING_TASKS, a_client, a_process, a_task, day, due_rule, finland, text
from page_contexts import a_context

FI, EN = wording("fi"), wording("en")
PROCESS = a_process(a_task("gated", gate=True), *CLOSING_TASKS)


@pytest.mark.parametrize(
    ("left", "finnish", "english"),
    [
        (None, "", ""),
        (0, "tänään", "today"),
        (1, "huomenna", "tomorrow"),
        (2, "2 työpv päästä", "in 2 working days"),
        (29, "29 työpv päästä", "in 29 working days"),
        (30, "6 viikon päästä", "in 6 weeks"),
        (-1, "1 työpv myöhässä", "1 working day late"),
        (-4, "4 työpv myöhässä", "4 working days late"),
    ],
)
def test_a_day_is_told_by_its_distance(left: int | None, finnish: str, english: str) -> None:
    assert days.until(FI, left).replace("\u00a0", " ") == finnish
    assert days.until(EN, left).replace("\u00a0", " ") == english


@pytest.mark.parametrize(("left", "said"), [(-4, "4 työpv sitten"), (0, "tänään"), (None, ""), (3, "3 työpv päästä")])
def test_a_day_that_nobody_is_late_for_is_past(left: int | None, said: str) -> None:
    assert days.passed(FI, left).replace("\u00a0", " ") == said


def test_a_day_of_the_near_weeks_is_told_with_its_weekday() -> None:
    assert days.day_with_weekday(FI, dt.date(2026, 11, 24)) == "ti 24.11."
    assert days.day_with_weekday(EN, dt.date(2026, 11, 24)) == "Tue 24.11."
    assert days.machine(dt.date(2026, 11, 4)) == "2026-11-04"


@pytest.mark.parametrize(
    ("rule", "finnish", "english"),
    [
        ("service_start", "service_start", "service_start"),
        ("service_start + 1 workday", "service_start: 1 työpäivän kuluttua", "service_start: 1 working day after"),
        ("service_start - 5 workdays", "service_start: 5 työpäivää ennen", "service_start: 5 working days before"),
        ("service_start + 3 days", "service_start: 3 päivän kuluttua", "service_start: 3 days after"),
        (
            "service_start + 4 months + 5 workdays",
            "service_start: 4 kuukauden kuluttua ja 5 työpäivän kuluttua",
            "service_start: 4 months after and 5 working days after",
        ),
        (
            "end of month of service_start - 1 month",
            "kuukauden loppu, service_start: 1 kuukausi ennen",
            "end of the month, service_start: 1 month before",
        ),
        ("unknown_day", "unknown_day", "unknown_day"),
    ],
)
def test_a_due_rule_is_told_in_words(rule: str, finnish: str, english: str) -> None:
    assert due_words(due_rule(rule), PROCESS, a_context("fi")).replace("\u00a0", " ") == finnish
    assert due_words(due_rule(rule), PROCESS, a_context("en")).replace("\u00a0", " ") == english


@pytest.mark.parametrize(
    ("progress", "finnish", "english"),
    [
        (Progress(total=2, done=2), "2/2 valmiina", "2/2 finished"),
        (Progress(total=3, done=1, not_applicable=1, open=1), "2/3 valmiina; 1 avoin", "2/3 finished; 1 open"),
        (
            Progress(total=10, in_progress=1, waiting=2, blocked=3, open=4),
            "0/10 valmiina; 1 kesken, 2 odottaa, 3 estynyttä, 4 avointa",
            "0/10 finished; 1 in progress, 2 waiting, 3 blocked, 4 open",
        ),
    ],
)
def test_progress_is_told_by_state(progress: Progress, finnish: str, english: str) -> None:
    assert progress_label(progress, FI) == finnish
    assert progress_label(progress, EN) == english
    assert progress_words(progress, FI) == finnish.partition("; ")[2]


@pytest.mark.parametrize(
    ("criterion", "finnish", "english"),
    [
        (
            ClosureCriterion(Criterion.MEETING_HELD, "quick-review"),
            "quick-review on pidetty",
            "quick-review has been held",
        ),
        (ClosureCriterion(Criterion.MEETING_HELD, "unknown"), "unknown on pidetty", "unknown has been held"),
        (
            ClosureCriterion(Criterion.WORK_INVOICED),
            "Kaikki käyttöönoton työt on laskutettu",
            "All onboarding work is invoiced",
        ),
    ],
)
def test_a_criterion_is_told_in_words(criterion: ClosureCriterion, finnish: str, english: str) -> None:
    assert criterion_words(criterion, PROCESS, a_context("fi")) == finnish
    assert criterion_words(criterion, PROCESS, a_context("en")) == english


KEY = ("closure",)
ITEM = InvoicingItem("training", text("Koulutus 3 h"), InvoicingStatus.OPEN)


@pytest.mark.parametrize(
    ("missing", "finnish"),
    [
        (Missing(Reason.TASK_NOT_FINAL, KEY, "gated"), "Tekemättä: gated"),
        (Missing(Reason.MEETING_NOT_HELD, KEY, "quick-review"), "Pitämättä: quick-review"),
        (Missing(Reason.ITEM_NOT_FINAL, KEY, "training"), "Laskuttamatta: Koulutus 3 h"),
        (Missing(Reason.ITEM_NOT_FINAL, KEY, "gone"), "Laskuttamatta: gone"),
        (Missing(Reason.UNINVOICED_ROWS_LEFT, KEY, rows=3), "Laskuttamattomia rivejä jäljellä 3"),
        (
            Missing(Reason.MEETING_TOO_EARLY, KEY, "quick-review", day=day("2026-09-01")),
            "Pidetty liian aikaisin: aikaisintaan 1.9.2026",
        ),
        (Missing(Reason.ERP_NOT_CLOSED, KEY), "Palvelun sulkemispäivää ei ole kirjattu"),
    ],
)  # fmt: skip
def test_what_is_missing_is_named(missing: Missing, finnish: str) -> None:
    client = a_client(invoicing={"training": ITEM})
    plan = plan_client(client, PROCESS, finland(), day("2026-05-19"))
    assert missing_words(missing, plan, a_context("fi")) == finnish
