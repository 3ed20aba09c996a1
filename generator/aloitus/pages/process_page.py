"""The process itself, for newcomers: `process/index.md` and a page for each role."""

from collections.abc import Mapping
from dataclasses import dataclass

from aloitus.model.condition import Condition
from aloitus.model.process import Meeting, Process, Side, Task
from aloitus.pages import checks_page
from aloitus.pages.closure_words import criterion_words
from aloitus.pages.context import PageContext, relative
from aloitus.pages.due_words import due_words
from aloitus.pages.filters import Choice, choices
from aloitus.pages.markup import Markup
from aloitus.pages.task_row import Named

INDEX_TEMPLATE = "process.md.j2"
ROLE_TEMPLATE = "process-role.md.j2"


@dataclass(frozen=True, slots=True)
class RoleLine:
    title: Named
    responsibility: str
    tasks: int
    when: str


@dataclass(frozen=True, slots=True)
class TaskLine:
    title: str
    role: Named
    role_id: str
    due: str
    gate: bool
    when: str
    after: tuple[str, ...]
    guide: Named | None
    evidence: str
    waivable: bool
    steps: tuple[str, ...]
    client_input: tuple[str, ...]
    dated: str


@dataclass(frozen=True, slots=True)
class PhaseLines:
    title: str
    tasks: tuple[TaskLine, ...]


@dataclass(frozen=True, slots=True)
class MeetingLine:
    title: str
    due: str
    duration: int
    window: str
    participants: str
    agenda: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResponsibilityLine:
    title: str
    side: str
    when: str


@dataclass(frozen=True, slots=True)
class ProcessPage:
    path: str
    title: str
    checks: Markup
    roles: tuple[RoleLine, ...]
    choices: tuple[Choice, ...]
    phases: tuple[PhaseLines, ...]
    meetings: tuple[MeetingLine, ...]
    responsibilities: tuple[ResponsibilityLine, ...]
    gate_title: str
    gate_tasks: tuple[str, ...]
    criteria: tuple[str, ...]
    task_count: int
    step_count: int


@dataclass(frozen=True, slots=True)
class ProcessRolePage:
    path: str
    title: str
    index: Markup
    process: str
    responsibility: str
    when: str
    tasks: tuple[TaskLine, ...]
    roles: tuple[Named, ...]


def process_folder(process: str, processes: Mapping[str, Process]) -> str:
    """`process` for the firm's first process; further ones have a folder each below it."""
    return "process" if process == next(iter(sorted(processes))) else f"process/{process}"


def process_page(process: Process, context: PageContext) -> ProcessPage:
    path = f"{process_folder(process.id, context.processes)}/index.md"
    language = context.language
    gate = process.start_gate
    return ProcessPage(
        path=path,
        title=process.title.say(language),
        checks=Markup(relative(path, checks_page.PATH)),
        roles=tuple(
            RoleLine(
                _role(role.id, process, context, path),
                role.responsibility.say(language) if role.responsibility else "",
                sum(task.role == role.id for task in process.tasks.values()),
                when_words(role.when, process, context),
            )
            for role in process.roles.values()
        ),
        choices=choices({role.id: role.title.say(language) for role in process.roles.values()}),
        phases=tuple(
            PhaseLines(phase.title.say(language), tuple(task_line(task, process, context, path) for task in found))
            for phase in process.phases.values()
            if (found := [task for task in process.tasks.values() if task.phase == phase.id])
        ),
        meetings=tuple(_meeting(meeting, process, context) for meeting in process.meetings.values()),
        responsibilities=tuple(
            ResponsibilityLine(
                line.title.say(language),
                context.wording("pages.side-client" if line.side is Side.CLIENT else "pages.side-firm"),
                when_words(line.when, process, context),
            )
            for line in process.responsibilities.values()
        ),
        gate_title=gate.title.say(language) if gate else "",
        gate_tasks=tuple(task.title.say(language) for task in process.tasks.values() if task.at_start_gate),
        criteria=tuple(criterion_words(rule, process, context) for rule in process.closure_gate.criteria)
        if process.closure_gate
        else (),
        task_count=len(process.tasks),
        step_count=sum(len(task.steps) for task in process.tasks.values()),
    )


def process_role_page(role: str, process: Process, context: PageContext) -> ProcessRolePage:
    folder = process_folder(process.id, context.processes)
    path, language = f"{folder}/{role}.md", context.language
    known = process.roles[role]
    return ProcessRolePage(
        path=path,
        title=known.title.say(language),
        index=Markup(relative(path, f"{folder}/index.md")),
        process=process.title.say(language),
        responsibility=known.responsibility.say(language) if known.responsibility else "",
        when=when_words(known.when, process, context),
        tasks=tuple(task_line(task, process, context, path) for task in process.tasks.values() if task.role == role),
        roles=tuple(_role(other, process, context, path) for other in process.roles),
    )


def task_line(task: Task, process: Process, context: PageContext, page: str) -> TaskLine:
    say, language = context.wording, context.language
    guide = task.guide if task.guide in context.guides else None
    dated = []
    if task.applies_from:
        dated.append(say("process.from", day=task.applies_from))
    if task.applies_until:
        dated.append(say("process.until", day=task.applies_until))
    return TaskLine(
        title=task.title.say(language),
        role=_role(task.role, process, context, page),
        role_id=task.role,
        due=due_words(task.due, process, context),
        gate=task.at_start_gate,
        when=when_words(task.when, process, context),
        after=tuple(process.tasks[one].title.say(language) for one in task.after if one in process.tasks),
        guide=Named(context.guides[guide], Markup(relative(page, f"guides/{guide}.md"))) if guide else None,
        evidence=task.evidence.say(language) if task.evidence else "",
        waivable=task.waivable,
        steps=tuple(step.title.say(language) for step in task.steps),
        client_input=tuple(text.say(language) for text in task.client_input),
        dated=", ".join(dated),
    )


def when_words(when: Condition, process: Process, context: PageContext) -> str:
    """`Palkanlaskenta tai Ostoreskontra; Asiakas on arvonlisäverovelvollinen`; empty for always."""
    services = [process.services[one].title.say(context.language) for one in when.services if one in process.services]
    facts = [process.facts[one].title.say(context.language) for one in when.facts if one in process.facts]
    either = f" {context.wording('process.or')} ".join(services)
    return "; ".join(part for part in (either, *facts) if part)


def _role(role: str, process: Process, context: PageContext, page: str) -> Named:
    if role not in process.roles:
        return Named(role)
    target = f"{process_folder(process.id, context.processes)}/{role}.md"
    link = None if target == page else Markup(relative(page, target))
    return Named(process.roles[role].title.say(context.language), link)


def _meeting(meeting: Meeting, process: Process, context: PageContext) -> MeetingLine:
    say, language = context.wording, context.language
    who = [say("process.team")] if meeting.participants is None else []
    named = (*(meeting.participants or ()), *meeting.also)
    who += [process.roles[role].title.say(language) for role in named if role in process.roles]
    who += [say("pages.the-client")] if meeting.with_client else []
    window = meeting.window
    return MeetingLine(
        title=meeting.title.say(language),
        due=due_words(meeting.due, process, context),
        duration=meeting.duration,
        window=say(
            "process.window",
            earliest=due_words(window.earliest, process, context),
            latest=due_words(window.latest, process, context),
        )
        if window
        else "",
        participants=", ".join(who),
        agenda=tuple(item.title.say(language) for item in meeting.agenda),
    )
