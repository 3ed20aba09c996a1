"""The gates on a client's overview: what each waits for and how it stands."""

from dataclasses import dataclass
from datetime import date

from aloitus.model.client import Status
from aloitus.pages import fragments
from aloitus.pages.closure_words import criterion_words, how_it_stands
from aloitus.pages.context import PageContext
from aloitus.pages.task_row import mark_of, state_word
from aloitus.plan.client_plan import ClientPlan, StartGatePlan


@dataclass(frozen=True, slots=True)
class Check:
    """A line of a gate or of the closure: its glyph, what it is, and how it stands."""

    mark: str
    title: str
    state: str

    @property
    def glyph(self) -> str:
        return fragments.GLYPHS.get(self.mark, self.mark)


@dataclass(frozen=True, slots=True)
class Gate:
    title: str
    note: str
    checks: tuple[Check, ...]


def gate_note(gate: StartGatePlan, context: PageContext) -> str:
    say = context.wording
    late = sum(task.overdue for task in gate.missing)
    blocked = sum(task.state is Status.BLOCKED for task in gate.missing)
    parts = [say("counts.overdue", n=late)] if late else []
    parts += [say("counts.blocked", n=blocked)] if blocked else []
    if gate.too_tight:
        parts.append(say("pages.too-tight"))
    return ", ".join(parts) or (say("pages.gate-passed") if gate.passed_on else "")


def start_gate(gate: StartGatePlan, plan: ClientPlan, context: PageContext) -> Gate:
    say, language = context.wording, context.language
    service = plan.process.services.get(gate.service) if gate.service else None
    title = say("pages.start-gate-of", service=service.title.say(language)) if service else say("pages.start-gate")
    unfinished = sorted(gate.missing, key=lambda task: task.due or date.max)
    finished = [task for task in gate.tasks if task.final]
    return Gate(
        title,
        say("counts.done", done=len(finished), total=len(gate.tasks)),
        tuple(
            Check(
                mark_of(task),
                task.title.say(language),
                f"{state_word(context, mark_of(task))} {say.short_date(task.done_on)}"
                if task.done_on
                else state_word(context, mark_of(task)),
            )
            for task in (*unfinished, *finished)
        ),
    )


def closure_gate(plan: ClientPlan, context: PageContext) -> Gate:
    """Each criterion in a line: what is missing from it stands on the closing's own page."""
    return Gate(
        context.wording("pages.closing-criteria"),
        "",
        tuple(
            Check(
                "done" if criterion.met else "open",
                criterion_words(criterion.rule, plan.process, context),
                how_it_stands(criterion, context),
            )
            for criterion in plan.closure.criteria
        ),
    )
