"""Recording something in one client's file: read, record, judge, and write only when nothing is worse than before."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from aloitus.editing.apply import apply
from aloitus.editing.document import read_document
from aloitus.editing.file import edit_file, only_editor, read_bytes
from aloitus.errors import UserError
from aloitus.findings import Finding, KeyPath, Severity
from aloitus.pipeline.checking import ClientChecker
from aloitus.pipeline.client_file import ClientFile, ClientReader
from aloitus.pipeline.opened import OpenPractice
from aloitus.pipeline.step_judgement import judge_step
from aloitus.plan.client_plan import ClientPlan
from aloitus.recording.desk import Record
from aloitus.recording.layout import ClientLayout
from aloitus.rules.firm.client_extract import extract
from aloitus.rules.run import check_firm
from aloitus.scaffolding.listing import listed, missing_tasks


@dataclass(frozen=True)
class Edited:
    """`errors`: what the record would bring that `check` refuses; then nothing was written. `warnings` are new, too."""

    path: str
    old: bytes
    new: bytes
    before: ClientPlan
    after: ClientPlan
    record: Record
    errors: tuple[Finding, ...]
    warnings: tuple[Finding, ...]

    @property
    def changes_nothing(self) -> bool:
        return self.old == self.new


class ClientEditor:
    """Edits clients of one practice on one day."""

    def __init__(self, practice: OpenPractice, today: date) -> None:
        self._practice = practice
        self._today = today
        self._reader = ClientReader(practice, today)
        self._checker = ClientChecker(practice, today)

    def edit(
        self,
        client: str,
        record: Callable[[ClientPlan], Record],
        *,
        dry_run: bool = False,
        across: bool = False,
        listing: bool = False,
    ) -> Edited:
        """`across`: rules that compare clients are asked, too. `listing`: tasks that the record brings are listed."""
        path = self._practice.path_of(client)
        if dry_run:
            return self._edited(path, read_bytes(self._practice.root, path), record, across=across, listing=listing)
        made: list[Edited] = []

        def change(data: bytes) -> bytes:
            made.append(self._edited(path, data, record, across=across, listing=listing))
            return data if made[-1].errors else made[-1].new

        with only_editor(self._practice.root):
            edit_file(self._practice.root, path, change)
        return made[-1]

    def _edited(
        self, path: str, data: bytes, record: Callable[[ClientPlan], Record], *, across: bool, listing: bool
    ) -> Edited:
        document = read_document(path, data)
        before = self._read(path, data)
        plan = _plan(before)
        told = record(plan)
        layout = ClientLayout(plan.process, plan.client.language or self._practice.firm.languages[0])
        edited = read_document(path, told.text.encode()) if told.text else apply(document, told.edits, layout)
        after = self._read(path, edited.data)
        if listing:
            brought = listed(task for task in missing_tasks(_plan(after)) if plan.task(task.id) is None)
            edited, told = apply(edited, brought.edits, layout), told + brought
            after = self._read(path, edited.data)
        found = [*self._checker.findings(after), *(self._across(after) if across else ())]
        found = _new(found, self._checker.findings(before))
        found += judge_step(self._practice, plan.client, _plan(after).client, self._today)
        fresh = list({_identity(finding): finding for finding in reversed(found)}.values())[::-1]
        return Edited(
            path,
            data,
            edited.data,
            plan,
            _plan(after),
            told,
            tuple(one for one in fresh if one.severity is Severity.ERROR),
            tuple(one for one in fresh if one.severity is Severity.WARNING),
        )

    def _read(self, path: str, data: bytes) -> ClientFile:
        file = self._reader.decode(path, data)
        if file.plan is None:
            raise UserError("editing.unreadable", path=path)
        return file

    def _across(self, file: ClientFile) -> list[Finding]:
        """What shows only beside the other clients: a number or a business id that another one has."""
        others = [self._reader.read(path) for path in self._practice.clients.values() if path != file.path]
        extracts = [extract(one.loaded.value, one.path) for one in (*others, file) if one.loaded.value]
        return [finding for finding in check_firm(extracts) if finding.place.file == file.path]


def _plan(file: ClientFile) -> ClientPlan:
    assert file.plan is not None  # noqa: S101 -- read by `_read`
    return file.plan


def _new(found: Iterable[Finding], known: Sequence[Finding]) -> list[Finding]:
    """The findings that weren't there before, whatever else they say in other words."""
    before = Counter(_identity(finding) for finding in known)
    fresh = []
    for finding in found:
        if before[_identity(finding)]:
            before[_identity(finding)] -= 1
        else:
            fresh.append(finding)
    return fresh


def _identity(finding: Finding) -> tuple[str, KeyPath, Severity]:
    return finding.code, finding.place.key, finding.severity
