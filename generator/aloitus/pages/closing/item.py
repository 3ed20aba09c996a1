"""One thing that fulfils a closure criterion, or is missing from it."""

from dataclasses import dataclass

from aloitus.findings import KeyPath
from aloitus.model.process import Record
from aloitus.pages.closing.commands import next_commands
from aloitus.pages.closure_words import missing_words
from aloitus.pages.context import PageContext
from aloitus.pages.markup import Markup, code
from aloitus.pages.task_row import Named, line_link, person, role_title, sentence, task_row
from aloitus.plan.client_plan import ClientPlan, Missing, PlannedTask


@dataclass(frozen=True, slots=True)
class Closing:
    """What the items are made from: the client's plan, the language, and the path of the page they stand on."""

    plan: ClientPlan
    context: PageContext
    page: str

    def line(self, *key: str | int) -> Named:
        return line_link(key, self.plan, self.context, self.page)

    def words(self, missing: Missing) -> str:
        return missing_words(missing, self.plan, self.context)

    def why(self, missing: tuple[Missing, ...]) -> tuple[str, ...]:
        return tuple(sentence(self.words(one)) for one in missing)

    def commands(self, missing: tuple[Missing, ...]) -> tuple[tuple[Markup, ...], ...]:
        """Each once: one may mend two things."""
        typed = dict.fromkeys(next_commands(one, self.plan) for one in missing)
        return tuple(tuple(code(command) for command in choices) for choices in typed)

    def doer(self, task: PlannedTask | None) -> tuple[Named, ...]:
        """Role and person, or that there is nobody."""
        if task is None:
            return ()
        role = (Named(role_title(self.plan, task.role, self.context.language)),) if task.role else ()
        people = task.people[:1]
        nobody = (Named(self.context.wording("pages.not-staffed")),)
        return (*role, *(tuple(person(self.context, self.page, one) for one in people) or nobody))

    def task_of(self, record: Record, meeting: str | None = None) -> PlannedTask | None:
        """The task that a record fulfils: it says by when, and whose that is."""
        sources = ((task, task.rule.fulfilled_by) for task in self.plan.tasks if task.rule and task.rule.fulfilled_by)
        return next((task for task, source in sources if source.record is record and source.meeting == meeting), None)


@dataclass(frozen=True, slots=True)
class ClosingItem:
    """The fields from `final` to `is_today` are those of a task's row: the layout writes them as a checklist does.

    `page`: where it's dealt with. `about`: role, person, line in the file. `facts`: by what each is called.
    `commands`: what to type for each thing that is missing; of several for one thing, one is enough.
    """

    title: str
    page: Markup | None
    final: bool
    mark_word: str
    due_text: str
    relative: str
    overdue: bool = False
    is_today: bool = False
    about: tuple[Named, ...] = ()
    why: tuple[str, ...] = ()
    facts: tuple[tuple[str, Named], ...] = ()
    commands: tuple[tuple[Markup, ...], ...] = ()


def unmet(
    title: str,
    word: str,
    missing: tuple[Missing, ...],
    task: PlannedTask | None,
    closing: Closing,
    *,
    key: KeyPath,
    why: tuple[str, ...] = (),
) -> ClosingItem:
    """A record that is still to be made; its due day and whose it is are those of the task that it fulfils."""
    row = task_row(task, closing.plan, closing.context, closing.page) if task and not task.final else None
    return ClosingItem(
        title,
        row.page if row else None,
        final=False,
        mark_word=word,
        due_text=row.due_text if row else "",
        relative=row.relative if row else "",
        overdue=row.overdue if row else False,
        is_today=row.is_today if row else False,
        about=(*closing.doer(task), closing.line(*key)),
        why=why,
        commands=closing.commands(missing),
    )
