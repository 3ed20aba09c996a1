"""The row of links that each page of a client carries: its pages, and its roles with their worst mark."""

from dataclasses import dataclass

from aloitus.model.client import ClientStatus, Status
from aloitus.pages.context import PageContext, relative
from aloitus.pages.forge_links import edit_address
from aloitus.pages.markup import Markup, safe_url
from aloitus.pages.task_row import LATE, mark_of, state_word
from aloitus.plan.client_plan import ClientPlan, PlannedTask

CLOSURE, MATERIAL_REQUEST = "closure", "material-request"
"""What the files of these pages are called; no role has such an id."""
WORST_FIRST = (Status.BLOCKED.value, LATE, Status.WAITING.value)


@dataclass(frozen=True, slots=True)
class PageLink:
    """`link` is None for the page itself; `mark` is the worst state of a role's tasks, "" when nothing is wrong."""

    title: str
    link: Markup | None
    mark: str = ""
    mark_word: str = ""


@dataclass(frozen=True, slots=True)
class ClientLinks:
    """`others`: the material request and the closing."""

    clients: Markup
    name: str
    overview: PageLink
    meetings: tuple[PageLink, ...]
    others: tuple[PageLink, ...]
    roles: tuple[PageLink, ...]
    file: str
    edit: Markup | None


def client_links(plan: ClientPlan, context: PageContext, page: str, *, states: bool = True) -> ClientLinks:
    """Links as seen from `page`; without `states` on a page that the client reads, too.

    A closed client keeps its overview and its closing record, a cancelled one its overview only.
    """
    folder, say, language = f"clients/{plan.client.id}", context.wording, context.language
    running = plan.client.status in (ClientStatus.ACTIVE, ClientStatus.PLANNED)

    def link(title: str, target: str, mark: str = "") -> PageLink:
        address = None if target == page else Markup(relative(page, target))
        return PageLink(title, address, mark, state_word(context, mark) if mark else "")

    return ClientLinks(
        clients=Markup(relative(page, "clients/index.md")),
        name=plan.client.name,
        overview=link(say("pages.overview"), f"{folder}/index.md"),
        meetings=tuple(
            link(say("pages.meeting", n=meeting.number), f"{folder}/meetings/{meeting.id}.md")
            for meeting in plan.meetings
        )
        if running
        else (),
        others=tuple(link(say(title), f"{folder}/{target}.md") for title, target in _others(plan)),
        roles=tuple(
            link(
                plan.process.roles[role].title.say(language), f"{folder}/{role}.md", worst_mark(tasks) if states else ""
            )
            for role in plan.roles
            if role in plan.process.roles and (tasks := plan.tasks_of_role(role)) is not None
        )
        if running
        else (),
        file=f"clients/{plan.client.id}.yaml",
        edit=edit_link(plan.client.id, context),
    )


def _others(plan: ClientPlan) -> tuple[tuple[str, str], ...]:
    """The wording and the file of each."""
    if plan.client.status is ClientStatus.CLOSED:
        return (("pages.closing-record", CLOSURE),)
    if plan.client.status is ClientStatus.CANCELLED:
        return ()
    return (("pages.material-request", MATERIAL_REQUEST), ("pages.closing-link", CLOSURE))


def edit_link(client: str, context: PageContext) -> Markup | None:
    """The forge's editor with the client's file; None where the firm names no forge."""
    forge = context.firm.forge
    return safe_url(edit_address(forge, f"clients/{client}.yaml")) if forge else None


def worst_mark(tasks: tuple[PlannedTask, ...]) -> str:
    """The gravest mark among a role's tasks, `done` when all are final, else none."""
    marks = {mark_of(task) for task in tasks}
    worst = next((mark for mark in WORST_FIRST if mark in marks), "")
    if worst or not tasks:
        return worst
    return Status.DONE.value if all(task.final for task in tasks) else ""
