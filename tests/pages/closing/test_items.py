"""What stands under each criterion: how it is, whose it is, why it isn't met, and what to type."""

from dataclasses import replace
from typing import Any

import pytest

from aloitus.model.client import (
    Client,
    ClientStatus,
    ExtraTask,
    InvoicingItem,
    InvoicingStatus,
    MeetingEntry,
    MeetingStatus,
    ServiceStart,
    Status,
    TaskEntry,
    Uninvoiced,
)
from aloitus.model.process import Process
from aloitus.pages.closing.closure_page import ClosurePage, closure_page
from aloitus.pages.closing.commands import next_commands
from aloitus.pages.closing.item import ClosingItem
from aloitus.plan.build import plan_client
from aloitus.plan.client_plan import Missing, Reason
from builders import (
    CLOSING_TASKS,
    QUICK_REVIEW,
    a_client,
    a_closed_client,
    a_meeting,
    a_process,
    a_task,
    day,
    done,
    finland,
    fulfilled_by,
    held,
    invoiced,
    text,
    waived,
)
from page_contexts import FORGE, a_context

KICKOFF = a_task("hold-kickoff", role="project-manager", fulfilled_by=fulfilled_by("meetings.kickoff"))
PROCESS = a_process(
    a_task("gated", gate=True, evidence=text("Todiste")),
    KICKOFF,
    *CLOSING_TASKS,
    meetings=(QUICK_REVIEW, a_meeting("kickoff", "service_start - 10 workdays")),
)
TASKS = {"gated": done("2026-05-18")}
HELD = {"quick-review": held("2026-10-01"), "kickoff": held("2026-05-18")}
TODAY = "2026-10-12"


def nearly(**fields: Any) -> Client:
    """All is done but for closing, if nothing is said to differ."""
    made = a_closed_client(tasks=TASKS, meetings=HELD, status=ClientStatus.ACTIVE, closure=None)
    return replace(made, **fields)


def page(client: Client, language: str = "fi", today: str = TODAY, process: Process = PROCESS) -> ClosurePage:
    plan = plan_client(client, process, finland(), day(today))
    return closure_page(plan, a_context(language, today, process))


def items(client: Client, section: int, **fields: Any) -> tuple[ClosingItem, ...]:
    return page(client, **fields).sections[section].items


def about(item: ClosingItem) -> list[str]:
    return [part.text for part in item.about]


def test_a_client_that_can_be_closed_shows_what_fulfils_each_criterion_and_how_to_close() -> None:
    made = page(nearly())
    assert [(one.short, one.note, one.next) for one in made.sections] == [
        ("Tehtävät", "täyttyy", ""),
        ("Palaveri", "täyttyy", ""),
        ("Laskutus", "täyttyy", ""),
        ("Toiminnanohjaus", "puuttuu", "määräpäivä 15.10.2026"),
    ]
    assert made.sections[0].items == ()
    assert made.sections[0].summary == "2 tehtävää on kuitattu: katso roolien tarkistuslistat."
    (review,) = made.sections[1].items
    assert (review.final, review.mark_word, review.due_text, review.relative) == (
        True,
        "Valmis",
        "1.10.2026",
        "pidetty",
    )
    assert [(name, fact.text) for name, fact in review.facts] == [
        ("Pidettävä", "1.9.2026–1.1.2027"),
        ("Osallistujat", "Liisa Laine, Matti Mäkinen"),
        ("Päätös", "Voidaan sulkea"),
    ]
    assert [one.commands for section in made.sections[:3] for one in section.items] == [(), (), ()]
    (service,) = made.sections[3].items
    assert (service.title, service.commands) == ("close-service-in-erp", (("`aloitus close kuusipuun-saha`",),))
    assert made.by_hand == (
        "status: closed", "closure: {date: 2026-10-12, by: liisa-laine, erp_closed: 2026-10-12}",
    )  # fmt: skip


def test_before_the_onboarding_begins_its_tasks_are_counted_alone() -> None:
    made = page(a_client(status=ClientStatus.PLANNED, signed=None, starts=None, tasks={}))
    tasks, review, *_ = made.sections
    assert (tasks.items, tasks.note) == ((), "0/2")
    assert tasks.summary == "2 tehtävää odottaa alkua: katso roolien tarkistuslistat."
    assert (len(review.items), review.summary) == (1, "")


def test_how_to_close_is_told_when_nothing_else_is_missing() -> None:
    made = page(nearly(invoicing={}))
    (service,) = made.sections[3].items
    assert (service.commands, service.why) == ((), ("Tämä tehdään viimeisenä, kun muut ehdot täyttyvät.",))
    assert made.by_hand == ()


def test_who_closes_it_may_be_nobody() -> None:
    made = page(nearly(team={}))
    assert made.manager is None
    assert made.by_hand[1] == "closure: {date: 2026-10-12, by: …, erp_closed: 2026-10-12}"


def test_an_unfinished_task_says_whose_it_is_why_it_waits_and_what_to_type() -> None:
    entry = TaskEntry(Status.WAITING, reason="Pankki", follow_up=day("2026-10-20"))
    (task,) = items(nearly(tasks={"gated": entry}), 0)
    assert (task.title, task.mark_word, task.overdue) == ("gated", "Odottaa asiakasta", True)
    assert about(task) == ["support-services", "Tiina Tuki", "näytä prosessissa"]
    assert task.why == ("Pankki.", "Odotetaan asiakasta.", "Katsotaan uudelleen 20.10.2026.")
    assert task.commands == (('`aloitus done kuusipuun-saha gated --evidence "…"`',),)
    assert task.page == "support-services.md"


def test_a_late_task_says_how_it_stands_and_nobody_may_have_it() -> None:
    (task,) = items(nearly(tasks={}, team={}), 0)
    assert about(task)[:3] == ["avoin", "support-services", "ei nimetty"]
    assert page(nearly(tasks={})).sections[0].next == "1 myöhässä"


def test_tasks_are_by_due_day() -> None:
    late = ExtraTask("late", text("late"), "support-services", day("2026-10-01"))
    someday = ExtraTask("someday", text("someday"), "support-services", None)
    found = items(nearly(tasks={}, extra_tasks={"someday": someday, "late": late}), 0)
    assert [one.title for one in found] == ["gated", "late", "someday"]


def test_a_start_that_nobody_recorded_is_named_for_the_client_and_for_its_service() -> None:
    (start,) = items(nearly(dates={"agreement_signed": day("2026-04-20"), "service_start": day("2026-06-01")}), 0)
    assert (start.due_text, start.overdue) == ("1.6.2026", True)
    assert start.commands == (("`aloitus start-service kuusipuun-saha --date …`",),)
    apart = nearly(services=("bookkeeping", "payroll"), service_starts={"payroll": ServiceStart(day("2026-10-12"))})
    (start,) = items(apart, 0)
    assert (start.is_today, start.commands) == (True, (("`aloitus start-service kuusipuun-saha payroll --date …`",),))


def test_a_start_without_a_day_has_none() -> None:
    (start,) = [one for one in items(nearly(dates={}), 0) if "start-service" in one.commands[0][0]]
    assert (start.due_text, start.relative, start.overdue) == ("", "", False)


def test_a_review_to_hold_says_when_with_whom_and_what_to_type() -> None:
    (review,) = items(nearly(meetings={"kickoff": held("2026-05-18")}), 1)
    assert (review.mark_word, review.due_text, review.overdue) == ("Myöhässä", "1.10.2026", True)
    assert about(review) == ["project-manager", "Liisa Laine", "näytä prosessissa"]
    assert ("Osallistujat", "Liisa Laine, Matti Mäkinen, Tiina Tuki") in [(name, it.text) for name, it in review.facts]
    assert review.commands == (("`aloitus meet kuusipuun-saha quick-review --held --date … --minutes …`",),)
    assert page(nearly(meetings={})).sections[1].next == "1 myöhässä"


@pytest.mark.parametrize(("agreed", "date"), [("2026-10-12", ""), ("2026-10-14", " --date …")])
def test_an_agreed_day_that_has_come_is_taken_for_the_day_it_was_held(agreed: str, date: str) -> None:
    entry = MeetingEntry(MeetingStatus.PLANNED, day(agreed))
    (review,) = items(nearly(meetings=HELD | {"quick-review": entry}), 1)
    assert review.commands == ((f"`aloitus meet kuusipuun-saha quick-review --held{date} --minutes …`",),)
    assert review.is_today == (agreed == TODAY)


def test_a_review_that_was_held_but_badly_recorded_says_what_lacks() -> None:
    entry = held("2026-10-01", participants=("liisa-laine",), decisions=())
    (review,) = items(nearly(meetings=HELD | {"quick-review": entry}), 1)
    assert (review.mark_word, review.relative, review.final) == ("Puuttuu", "pidetty", False)
    assert review.why == ("Osallistujia on kirjattu alle kaksi.", "Muistio tai päätökset puuttuvat.")
    assert review.commands == (
        ("`aloitus meet kuusipuun-saha quick-review --held --participant … --participant …`",),
        (
            "`aloitus meet kuusipuun-saha quick-review --held --minutes …`",
            '`aloitus decide kuusipuun-saha quick-review "…"`',
        ),
    )


def test_minutes_that_are_an_address_are_a_link() -> None:
    entry = held("2026-10-01", minutes="https://intra.example/1")
    (review,) = items(nearly(meetings=HELD | {"quick-review": entry}), 1)
    ((_, minutes),) = [fact for fact in review.facts if fact[0] == "Muistio"]
    assert minutes.link == "https://intra.example/1"


def test_each_piece_of_work_is_invoiced_written_off_or_to_be() -> None:
    off = InvoicingItem(
        "off", text("Koulutus"), InvoicingStatus.WRITTEN_OFF, reason="Sisältyy", by="liisa-laine",
        approved_by="eeva-esihenkilo",
    )  # fmt: skip
    work = {"a": invoiced("a"), "off": off, "open": InvoicingItem("open", text("Siirto"))}
    billed, written_off, to_bill, listed = items(nearly(invoicing=work), 2)
    assert (billed.mark_word, billed.due_text, billed.relative) == ("Laskutettu", "30.6.2026", "lasku 20311")
    assert (written_off.mark_word, written_off.why) == (
        "Jätetty laskuttamatta", ("Sisältyy.", "Hyväksyi Eeva Esihenkilö."),
    )  # fmt: skip
    assert about(written_off)[0] == "Liisa Laine"
    assert (to_bill.mark_word, to_bill.overdue, to_bill.final) == ("Laskuttamatta", True, False)
    assert about(to_bill)[:2] == ["support-services", "Tiina Tuki"]
    assert to_bill.commands == (
        (
            "`aloitus invoice kuusipuun-saha open --number …`",
            '`aloitus write-off kuusipuun-saha open --reason "…" --approved-by …`',
        ),
    )
    assert listed.final


def test_no_work_at_all_is_an_item_of_its_own() -> None:
    nothing, listed = items(nearly(invoicing={}), 2)
    assert (nothing.title, nothing.mark_word) == ("Yhtään laskutettavaa työtä ei ole kirjattu", "Puuttuu")
    assert nothing.commands == (('`aloitus invoice kuusipuun-saha onboarding-project --work "…" --number …`',),)
    assert listed.final


def test_the_erps_list_was_seen_empty_or_is_to_be() -> None:
    *_, listed = items(nearly(), 2)
    assert (listed.mark_word, listed.due_text, listed.relative, listed.why) == ("Täyttyy", "12.10.2026", "0 riviä", ())
    *_, rows = items(nearly(uninvoiced=Uninvoiced(2, day("2026-09-01"), "liisa-laine")), 2)
    assert rows.why == (
        "Laskuttamattomia rivejä jäljellä 2.",
        "Laskuttamattomat rivit tarkistettu ennen viimeistä tehtävää: tarkista uudelleen, aikaisintaan 1.10.2026.",
    )
    assert rows.commands == (("`aloitus uninvoiced kuusipuun-saha --rows 0`",),)
    *_, unseen = items(nearly(uninvoiced=None), 2)
    assert (unseen.due_text, about(unseen)[:2]) == ("8.10.2026", ["project-manager", "Liisa Laine"])


def test_the_erps_list_is_looked_at_again_after_what_is_still_open() -> None:
    *_, listed = items(nearly(tasks={}), 2)
    assert (listed.final, listed.why) == (True, ("Tarkista rivit uudelleen, kun viimeinenkin tehtävä on valmis.",))


def test_a_process_without_tasks_for_its_criteria_has_items_nevertheless() -> None:
    process = a_process(a_task("gated", gate=True))
    client = nearly(
        tasks=TASKS, meetings={}, invoicing={"open": InvoicingItem("open", text("Siirto"))}, uninvoiced=None
    )
    made = page(client, process=process)
    assert [[one.title for one in section.items] for section in made.sections] == [
        [],
        ["quick-review"],
        ["Siirto", "Toiminnanohjausjärjestelmän laskuttamattomat rivit"],
        ["Käyttöönottopalvelu on suljettu toiminnanohjausjärjestelmässä"],
    ]
    assert {one.due_text for one in made.sections[2].items} == {""}


def test_a_criterion_about_a_meeting_that_there_is_not_has_no_item() -> None:
    assert items(nearly(), 1, process=replace(PROCESS, meetings={})) == ()


def test_a_line_of_the_file_is_linked_on_the_forge() -> None:
    plan = plan_client(
        nearly(invoicing={"open": InvoicingItem("open", text("Siirto"))}), PROCESS, finland(), day(TODAY)
    )
    lines = {"kuusipuun-saha": {("invoicing", "items", "open"): 98}}
    context = a_context("fi", TODAY, PROCESS, lines=lines)
    made = closure_page(plan, replace(context, firm=replace(context.firm, forge=FORGE)))
    line = made.sections[2].items[0].about[-1]
    assert (line.text, line.link) == ("näytä rivi", f"{FORGE.url}/blob/main/clients/kuusipuun-saha.yaml#L98")


COMMANDS: dict[str, tuple[Client, Missing, tuple[str, ...]]] = {
    "a task without wanted evidence": (
        nearly(),
        Missing(Reason.TASK_NOT_FINAL, ("tasks", "x"), "hold-nothing"),
        ("done kuusipuun-saha hold-nothing",),
    ),
    "a meeting that a task is fulfilled by": (
        nearly(),
        Missing(Reason.TASK_NOT_FINAL, ("meetings", "kickoff"), "hold-kickoff"),
        ("meet kuusipuun-saha kickoff --held --date … --minutes …",),
    ),
    "a waiver without an approval": (
        nearly(tasks={"gated": replace(waived(), approved_by=None)}),
        Missing(Reason.TASK_NOT_FINAL, ("tasks", "gated"), "gated"),
        ('waive kuusipuun-saha gated --reason "…" --approved-by …',),
    ),
    "a review held too early": (
        nearly(),
        Missing(Reason.MEETING_TOO_EARLY, ("meetings",), "quick-review"),
        ("meet kuusipuun-saha quick-review --held --date … --minutes …",),
    ),
    "a review held too late": (
        nearly(),
        Missing(Reason.MEETING_TOO_LATE, ("meetings",), "quick-review"),
        ('meet kuusipuun-saha quick-review --held --reason "…" --approved-by …',),
    ),
    "an invoice without a number": (
        nearly(invoicing={"a": replace(invoiced("a"), invoice=None)}),
        Missing(Reason.ITEM_NOT_FINAL, ("invoicing", "items", "a"), "a"),
        ("invoice kuusipuun-saha a --number …",),
    ),
    "a write-off without an approval": (
        nearly(invoicing={"a": InvoicingItem("a", text("a"), InvoicingStatus.WRITTEN_OFF)}),
        Missing(Reason.ITEM_NOT_FINAL, ("invoicing", "items", "a"), "a"),
        ('write-off kuusipuun-saha a --reason "…" --approved-by …',),
    ),
}


@pytest.mark.parametrize("case", COMMANDS)
def test_what_was_begun_is_completed_by_the_same_command(case: str) -> None:
    client, missing, expected = COMMANDS[case]
    plan = plan_client(client, PROCESS, finland(), day(TODAY))
    assert next_commands(missing, plan) == tuple(f"aloitus {words}" for words in expected)


@pytest.mark.parametrize("reason", Reason)
def test_each_reason_has_words_and_a_command(reason: Reason) -> None:
    from aloitus.pages.closure_words import missing_words

    client = nearly(invoicing={"a": invoiced("a")})
    plan = plan_client(client, PROCESS, finland(), day(TODAY))
    missing = Missing(reason, ("closure",), "a" if reason is Reason.ITEM_NOT_FINAL else "quick-review", day(TODAY))
    assert all(command.startswith("aloitus ") for command in next_commands(missing, plan))
    for language in ("fi", "en"):
        assert missing_words(missing, plan, a_context(language, TODAY, PROCESS))
