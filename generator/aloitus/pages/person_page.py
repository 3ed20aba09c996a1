"""One person's tasks across clients: `people/<id>/index.md`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from aloitus.model.client import Status
from aloitus.model.feed_paths import person_feed_path
from aloitus.model.firm import Person
from aloitus.pages import days, fragments
from aloitus.pages.attention import meeting_title, task_title
from aloitus.pages.context import PageContext, person_path, relative
from aloitus.pages.drawings.day_bars import day_bars, two_weeks
from aloitus.pages.feed_links import feed_links
from aloitus.pages.filters import Choice, choices, role_choices
from aloitus.pages.markup import Markup
from aloitus.pages.person_answer import person_answer
from aloitus.pages.task_row import LATE, sentence, state_word
from aloitus.plan.client_plan import MeetingState
from aloitus.plan.client_summary import ClientSummary, DoneTask
from aloitus.plan.person_tasks import OwnDone, OwnMeeting, OwnTask, PersonTasks

TEMPLATE = "person.md.j2"
INDEX = "people/index.md"
GROUPS = ("late", "this-week", "waiting", "next-week", "later")


@dataclass(frozen=True, slots=True)
class MyTask:
    """`client_id` and `role` are ids that the filters look for."""

    title: str
    mark: str
    mark_word: str
    state: str
    due_text: str
    relative: str
    overdue: bool
    is_today: bool
    final: bool
    client: str
    client_id: str
    client_link: Markup
    role: str
    page: Markup
    meta: tuple[str, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MyGroup:
    key: str
    title: str
    tasks: tuple[MyTask, ...]


@dataclass(frozen=True, slots=True)
class MyMeeting:
    day: date
    day_text: str
    clock: str
    number: int
    title: str
    link: Markup
    client: str


@dataclass(frozen=True, slots=True)
class MyClient:
    name: str
    link: Markup
    progress: Markup


@dataclass(frozen=True, slots=True)
class PersonPage:
    path: str
    name: str
    roles: str
    left: str
    answer: str
    index: Markup
    tally: tuple[tuple[int, Markup], ...]
    choices: tuple[Choice, ...]
    role_choices: tuple[Choice, ...]
    groups: tuple[MyGroup, ...]
    done: tuple[MyTask, ...]
    bars: Markup
    meetings: tuple[MyMeeting, ...]
    subscribe: Markup
    clients: tuple[MyClient, ...]


def grouped(own: PersonTasks) -> tuple[tuple[OwnTask, ...], ...]:
    """In the order of `GROUPS`."""
    return own.overdue, own.this_week, own.waiting, own.next_week, own.later


def role_names(person: Person, roles: Mapping[str, str]) -> str:
    return ", ".join(roles.get(role, role) for role in person.roles).lower()


def has_left(person: Person, context: PageContext) -> bool:
    return person.left is not None and person.left < context.today


def person_page(
    person: Person, own: PersonTasks, clients: Mapping[str, str], roles: Mapping[str, str], context: PageContext
) -> PersonPage:
    """`clients`: names by id. `roles`: titles by id."""
    path, say = person_path(person.id), context.wording
    groups = tuple(
        MyGroup(key, say(f"people.group-{key}"), tuple(_task(one, context, path) for one in tasks))
        for key, tasks in zip(GROUPS, grouped(own), strict=True)
        if tasks
    )
    return PersonPage(
        path=path,
        name=person.name,
        roles=role_names(person, roles),
        left=say("people.left", day=person.left) if person.left and has_left(person, context) else "",
        answer=person_answer(own, context),
        index=Markup(relative(path, INDEX)),
        tally=tuple(
            (next((len(group.tasks) for group in groups if group.key == key), 0), _tally_mark(key, context))
            for key in GROUPS
        ),
        choices=choices({client: clients[client] for client in _clients_of(own)}, by_name=True),
        role_choices=role_choices(roles, {one.task.role for one in own.open if one.task.role}),
        groups=groups,
        done=tuple(_done(one, context, path) for one in own.done_lately),
        bars=day_bars(two_weeks((one.task.due for one in own.open), context.today), context.today, say),
        meetings=tuple(
            _meeting(one, context, path) for one in own.meetings if one.meeting.state is MeetingState.PLANNED
        ),
        subscribe=feed_links(path, person_feed_path(person.id), say("people.subscribe"), context),
        clients=tuple(
            MyClient(
                clients[client], fragments.address(path, f"clients/{client}/index.md"), fragments.progress(of, say)
            )
            for client, of in own.clients.items()
        ),
    )


def _tally_mark(key: str, context: PageContext) -> Markup:
    marks = {"this-week": "in-progress", "next-week": "open", "later": "open"}
    return fragments.mark(marks.get(key, key), context.wording(f"people.group-{key}"))


def _task(own: OwnTask, context: PageContext, path: str) -> MyTask:
    say, task, client = context.wording, own.task, own.client
    mark = LATE if task.overdue and task.state in (Status.OPEN, Status.IN_PROGRESS) else task.state.value
    meta = [say("pages.at-gate")] if task.at_start_gate else []
    meta += [say("pages.holds-up", n=task.holds_up)] if task.holds_up else []
    why = [sentence(task.reason)] if task.reason else []
    why += [say("pages.follow-up", day=task.follow_up)] if task.follow_up else []
    target = f"clients/{client.id}/{task.role}.md" if task.role else f"clients/{client.id}/index.md"
    return MyTask(
        title=task_title(task, client, context),
        mark=mark,
        mark_word=state_word(context, mark),
        state=state_word(context, task.state.value),
        due_text=say.date(task.due) if task.due else "",
        relative=days.until(say, task.days_left),
        overdue=task.overdue,
        is_today=task.days_left == 0,
        final=False,
        client=client.name,
        client_id=client.id,
        client_link=Markup(relative(path, f"clients/{client.id}/index.md")),
        role=task.role or "",
        page=Markup(relative(path, target)),
        meta=tuple(meta),
        why=tuple(why),
    )


def _done(own: OwnDone, context: PageContext, path: str) -> MyTask:
    say, task = context.wording, own.task
    link = Markup(relative(path, f"clients/{own.client.id}/index.md"))
    return MyTask(
        title=task_title(task, own.client, context),
        mark=task.state.value,
        mark_word=state_word(context, task.state.value),
        state=state_word(context, task.state.value),
        due_text=say.date(task.on),
        relative=say("pages.signed-off"),
        overdue=False,
        is_today=False,
        final=True,
        client=own.client.name,
        client_id=own.client.id,
        client_link=link,
        role=_role_of(task, own.client, context),
        page=link,
        meta=(),
        why=(),
    )


def _clients_of(own: PersonTasks) -> set[str]:
    """Of the tasks that are shown."""
    return {one.client.id for one in own.open} | {one.client.id for one in own.done_lately}


def _role_of(task: DoneTask, client: ClientSummary, context: PageContext) -> str:
    process = context.processes.get(client.process)
    known = process.tasks.get(task.id) if process else None
    return known.role if known else ""


def _meeting(own: OwnMeeting, context: PageContext, path: str) -> MyMeeting:
    meeting, client = own.meeting, own.client
    day = meeting.day or context.today
    return MyMeeting(
        day=day,
        day_text=days.day_with_weekday(context.wording, day),
        clock=context.wording.time(meeting.time) if meeting.time else "",
        number=meeting.number,
        title=meeting_title(meeting, client, context),
        link=fragments.address(path, f"clients/{client.id}/meetings/{meeting.id}.md"),
        client=client.name,
    )
