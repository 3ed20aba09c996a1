"""A task as a checklist shows it, and the links that each page of a client carries."""

from dataclasses import replace
from typing import Any

import pytest

from aloitus.model.client import Client, ClientStatus, ExtraTask, Status, TaskEntry
from aloitus.model.firm import ForgeKind
from aloitus.model.process import Task
from aloitus.pages.client_links import PageLink, client_links, worst_mark
from aloitus.pages.context import PageContext
from aloitus.pages.role_page import role_page
from aloitus.pages.task_row import Named, Requirement, TaskRow, person, sentence, task_row
from aloitus.plan.build import plan_client
from aloitus.plan.client_plan import ClientPlan
from builders import CLOSING_TASKS, a_client, a_closed_client, a_process, a_task, day, done, finland, text, waived
from page_contexts import FORGE, a_context

PAGE = "clients/kuusipuun-saha/support-services.md"
FIRST = a_task(
    "first",
    "service_start - 15 workdays",
    gate=True,
    guide="bank",
    client_input=(text("Valtakirja"),),
    evidence=text("Päivä"),
)
SECOND = a_task("second", "service_start - 5 workdays", after="first")


def a_plan(client: Client, *tasks: Task, today: str = "2026-05-19") -> ClientPlan:
    return plan_client(client, a_process(*tasks or (FIRST, SECOND), *CLOSING_TASKS), finland(), day(today))


def row(
    entry: TaskEntry | None = None, task: str = "first", context: PageContext | None = None, **fields: Any
) -> TaskRow:
    plan = a_plan(a_client(tasks={task: entry} if entry else {}, **fields))
    planned = plan.task(task)
    assert planned is not None
    return task_row(planned, plan, context or a_context(), PAGE)


def test_an_open_task_that_is_late_is_marked_late_and_says_its_state() -> None:
    found = row()
    assert (found.mark, found.mark_word, found.state, found.overdue) == ("late", "Myöhässä", "avoin".capitalize(), True)
    assert found.due_text == "8.5.2026"
    assert found.relative.endswith("myöhässä")


@pytest.mark.parametrize("status", [Status.WAITING, Status.BLOCKED])
def test_a_halted_task_is_marked_for_what_halts_it_although_it_is_late(status: Status) -> None:
    assert row(TaskEntry(status, reason="Pankki")).mark == status.value


def test_why_a_task_waits_for_whom_and_when_it_is_looked_at_again() -> None:
    entry = TaskEntry(Status.WAITING, reason="Pankin sopimus tulossa", follow_up=day("2026-05-22"))
    assert row(entry).why == ("Pankin sopimus tulossa.", "Odotetaan asiakasta.", "Katsotaan uudelleen 22.5.2026.")


def test_a_halted_task_without_a_reason_says_so() -> None:
    assert row(TaskEntry(Status.BLOCKED)).why == ("Ei kirjattua syytä.",)
    assert row(TaskEntry(Status.OPEN)).why == ()


@pytest.mark.parametrize(("text", "said"), [("Pankki ", "Pankki."), ("Pankki!", "Pankki!"), ("Pankki…", "Pankki…")])
def test_a_reason_is_said_as_a_sentence(text: str, said: str) -> None:
    assert sentence(text) == said


def test_a_task_names_its_gate_what_it_holds_up_and_what_it_needs() -> None:
    found = row(context=a_context(guides={"bank": "Pankkiyhteydet"}))
    assert found.meta == ("◇ portti", "tätä odottaa 1 tehtävä")
    assert found.guide is not None
    assert (found.guide.text, found.guide.link) == ("Pankkiyhteydet", "../../guides/bank.md")
    assert (found.client_input, found.evidence_wanted) == (("Valtakirja",), "Päivä")
    assert row(task="second").requires == (Requirement("first", "Tiina Tuki"),)


def test_a_requirement_of_nobody_names_nobody() -> None:
    assert row(task="second", team={}).requires == (Requirement("first", ""),)


def test_a_guide_that_is_not_there_is_not_linked() -> None:
    assert row().guide is None
    assert row(task="second").guide is None


def test_a_moved_due_day_says_why() -> None:
    entry = TaskEntry(Status.OPEN, due=day("2026-05-29"), due_reason="Asiakkaan loma")
    assert row(entry, "second").meta == ("määräpäivää siirretty: Asiakkaan loma",)


def test_a_done_task_rests_on_its_evidence_and_who_signed_it() -> None:
    found = row(done("2026-05-04", evidence="Vahvistus 4.5."))
    assert (found.final, found.signed, found.relative) == (True, ("Vahvistus 4.5.", "Tiina Tuki"), "kuitattu")
    assert (found.due_text, found.requires) == ("4.5.2026", ())


def test_a_waived_task_names_who_approved_it() -> None:
    assert row(waived()).signed == ("Ei aiempia palkkoja", "Liisa Laine", "hyväksyi Eeva Esihenkilö")
    assert row(done("2026-05-04", by="")).signed == ()


def test_an_extra_task_says_that_it_is_the_clients_own() -> None:
    extra = ExtraTask("archive", text("Hae arkisto"), "support-services", day("2026-05-29"), TaskEntry())
    plan = a_plan(a_client(extra_tasks={"archive": extra}))
    planned = plan.task("archive")
    assert planned is not None
    assert task_row(planned, plan, a_context(), PAGE).meta == ("asiakkaan oma lisätehtävä",)


def test_a_task_is_told_about_in_the_forges_form() -> None:
    forge = replace(a_context().firm, forge=FORGE)
    report = row(context=a_context(firm=forge)).report
    assert report is not None
    assert report.link is not None
    assert report.link.endswith("template=task-done.yml&amp;client=kuusipuun-saha&amp;task=first")
    assert row().report is None


def test_where_the_forge_has_no_form_the_checklist_has_the_lines_to_copy() -> None:
    azure = a_context(firm=replace(a_context().firm, forge=replace(FORGE, kind=ForgeKind.AZURE)))
    lines = ("status: done", "date: 2026-05-19", "by: tiina-tuki", "evidence:")
    assert role_page("support-services", a_plan(a_client()), azure).by_hand == lines
    github = a_context(firm=replace(a_context().firm, forge=FORGE))
    assert role_page("support-services", a_plan(a_client()), github).by_hand == ()
    finished = a_client(tasks={"first": done("2026-05-08"), "second": done("2026-05-08")}, team={})
    assert role_page("project-manager", a_plan(a_client(team={})), azure).by_hand[2] == "by:"
    assert role_page("seller", a_plan(finished), azure).by_hand == ()


def test_what_another_record_fulfils_has_no_form() -> None:
    context = a_context(firm=replace(a_context().firm, forge=FORGE))
    assert row(task="hold-quick-review", context=context).report is None


def test_the_link_leads_to_the_line_on_the_forge_or_to_the_file_or_to_the_process() -> None:
    firm = replace(a_context().firm, forge=FORGE)
    lines = {"kuusipuun-saha": {("tasks", "first"): 42}}
    assert row(context=a_context(firm=firm, lines=lines)).line == Named(
        "näytä rivi", row(context=a_context(firm=firm, lines=lines)).line.link
    )
    assert str(row(context=a_context(firm=firm, lines=lines)).line.link).endswith("/clients/kuusipuun-saha.yaml#L42")
    assert row(context=a_context(firm=firm)).line.text == "näytä tiedosto"
    assert row().line == Named("näytä prosessissa", row().line.link)
    assert row().line.link == "../../process/index.md"
    odd = replace(firm, forge=replace(FORGE, url="javascript:alert(1)"))
    assert row(context=a_context(firm=odd)).line.text == "näytä prosessissa"


def test_a_person_is_linked_the_client_and_the_unknown_are_not() -> None:
    context = a_context()
    assert person(context, PAGE, "client") == Named("Asiakas")
    assert person(context, PAGE, "uusi-ihminen") == Named("uusi-ihminen")
    assert str(person(context, PAGE, "tiina-tuki").link) == "../../people/tiina-tuki/index.md"


def test_the_links_of_a_client_mark_its_roles_and_leave_out_the_page_itself() -> None:
    plan = a_plan(a_client(tasks={"first": TaskEntry(Status.WAITING, reason="Pankki")}))
    links = client_links(plan, a_context(), PAGE)
    assert links.overview == PageLink("Yleiskuva", links.overview.link)
    assert str(links.overview.link) == "index.md"
    assert [meeting.title for meeting in links.meetings] == ["Palaveri 1"]
    marked = {role.title: role.mark for role in links.roles}
    assert marked["support-services"] == "waiting"
    assert [role.link for role in links.roles if role.title == "support-services"] == [None]
    assert (links.file, links.edit) == ("clients/kuusipuun-saha.yaml", None)


def test_a_client_that_is_over_keeps_its_overview() -> None:
    links = client_links(a_plan(a_closed_client()), a_context(), PAGE)
    assert (links.meetings, links.roles) == ((), ())
    cancelled = client_links(a_plan(a_client(status=ClientStatus.CANCELLED)), a_context(), PAGE)
    assert cancelled.roles == ()


def test_a_roles_worst_mark_is_done_only_when_all_is() -> None:
    plan = a_plan(a_client(tasks={"first": done("2026-05-04")}), today="2026-05-05")
    assert worst_mark(plan.tasks_of_role("support-services")) == ""
    assert worst_mark(tuple(task for task in plan.tasks if task.id == "first")) == "done"
    assert worst_mark(()) == ""
