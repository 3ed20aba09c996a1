"""What the client still hands over and by when, for the client to read: `clients/<id>/material-request.md`.

A letter in the client's own language, in the wiki's frame. Nothing internal stands in it: not what the team's tasks are
called, why they wait, who is late.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from aloitus.i18n import Wording, wording
from aloitus.pages.client_answer import PROJECT_MANAGER, Answer
from aloitus.pages.client_links import MATERIAL_REQUEST, ClientLinks, client_links
from aloitus.pages.context import PageContext
from aloitus.pages.markup import safe_url
from aloitus.pages.material_words import by_when
from aloitus.pages.task_row import Named, role_title
from aloitus.plan.client_plan import ClientPlan
from aloitus.plan.material import Material, material_of

TEMPLATE = "material-request.md.j2"
MOST_SERVICES = 2
"""Named under a thing; what is for more of them is for all."""


@dataclass(frozen=True, slots=True)
class RequestItem:
    title: str
    services: str
    when: str


@dataclass(frozen=True, slots=True)
class RequestGroup:
    title: str
    note: str
    received: bool
    items: tuple[RequestItem, ...]


@dataclass(frozen=True, slots=True)
class FirmContact:
    """Who receives the material; `email` is a text and the address behind it."""

    name: str
    roles: str
    email: Named | None


@dataclass(frozen=True, slots=True)
class MaterialRequestPage:
    """`say` speaks the client's language; the wiki's own is that of the frame alone."""

    path: str
    links: ClientLinks
    say: Wording
    answer: Answer
    firm: str
    start: tuple[str, str] | None
    groups: tuple[RequestGroup, ...]
    contacts: tuple[FirmContact, ...]
    has_manager: bool


def material_request_page(plan: ClientPlan, context: PageContext) -> MaterialRequestPage:
    path = f"clients/{plan.client.id}/{MATERIAL_REQUEST}.md"
    say = wording(plan.client.language or context.firm.languages[0])
    material = material_of(plan)
    gate = plan.start_gates[0] if plan.start_gates else None
    started = gate.passed_on if gate else None
    starts = gate.day if gate and not started else None
    day = started or starts
    return MaterialRequestPage(
        path=path,
        links=client_links(plan, context, path, states=False),
        say=say,
        answer=request_answer(material, starts, say),
        firm=context.firm.name,
        start=(say("material.started" if started else "material.starts"), say.date(day)) if day else None,
        groups=_groups(material, starts, plan, say),
        contacts=_contacts(material, plan, context, say),
        has_manager=bool(plan.client.team.get(PROJECT_MANAGER)),
    )


def request_answer(material: Sequence[Material], starts: date | None, say: Wording) -> Answer:
    """How much there is to deliver and what for; `starts` is None once production has started, or before it's known."""
    wanted = [one for one in material if not one.received]
    if not material:
        return Answer(say("material.nothing-asked"))
    if not wanted:
        return Answer(say("material.all-received"), say("material.thanks"))
    needed = sum(_is_needed_by(starts, one) for one in wanted) if starts else 0
    key = "material.for-start" if needed == len(wanted) else "material.some-for-start"
    why = say(key, n=needed, day=starts) if needed else ""
    return Answer(say("material.to-deliver", n=len(wanted)), why)


def _is_needed_by(day: date, material: Material) -> bool:
    return material.due is not None and material.due <= day


def _groups(
    material: Sequence[Material], starts: date | None, plan: ClientPlan, say: Wording
) -> tuple[RequestGroup, ...]:
    """By urgency; what is received comes last, and no heading stands without a thing under it."""
    titles = {
        "soon": say("material.soon"),
        "before": say("material.before-start", day=starts or ""),
        "ahead": say("material.after-start" if starts else "material.ahead"),
        "undated": say("material.undated"),
        "received": say("material.received"),
    }
    found: dict[str, list[RequestItem]] = {key: [] for key in titles}
    for one in material:
        found[_group(one, starts)].append(_item(one, plan, say))
    return tuple(
        RequestGroup(titles[key], say("material.items", n=len(items)), key == "received", tuple(items))
        for key, items in found.items()
        if items
    )


def _group(material: Material, starts: date | None) -> str:
    if material.received:
        return "received"
    if material.urgent:
        return "soon"
    if material.due is None:
        return "undated"
    return "before" if starts and _is_needed_by(starts, material) else "ahead"


def _item(material: Material, plan: ClientPlan, say: Wording) -> RequestItem:
    dated = not material.received and not material.urgent and material.due is not None
    return RequestItem(
        material.title.say(say.language),
        _services(material, plan, say),
        by_when(material, say) if dated else "",
    )


def _services(material: Material, plan: ClientPlan, say: Wording) -> str:
    """What it's for, where that needs saying: `palkanlaskenta`."""
    if len(plan.client.services) == 1 or len(material.services) > MOST_SERVICES:
        return ""
    titles = [plan.process.services[service].title for service in material.services]
    return say.listed([title.say(say.language).lower() for title in titles])


def _contacts(
    material: Sequence[Material], plan: ClientPlan, context: PageContext, say: Wording
) -> tuple[FirmContact, ...]:
    """The project manager, then those whose tasks wait for the material."""
    managers = plan.client.team.get(PROJECT_MANAGER, ())
    waiting = [(one.task.role, one.task.people) for one in material if not one.received and one.task.role]
    roles: dict[str, dict[str, None]] = {}
    for role, people in ((PROJECT_MANAGER, managers), *waiting):
        for first in people[:1]:
            roles.setdefault(first, {})[role_title(plan, role, say.language).lower()] = None
    return tuple(
        FirmContact(context.person_name(person), ", ".join(held), _email(person, context))
        for person, held in roles.items()
    )


def _email(person: str, context: PageContext) -> Named | None:
    known = context.people.get(person)
    if known is None or not known.email:
        return None
    return Named(known.email, safe_url(f"mailto:{known.email}"))
