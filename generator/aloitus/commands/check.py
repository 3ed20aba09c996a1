"""`aloitus check`: all that is wrong with the files, in the format that's wanted."""

import os
import sys
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import click

from aloitus.command_line.grammar import Command, Option
from aloitus.command_line.invocation import Invocation
from aloitus.command_line.report_file import write_report
from aloitus.command_line.things import Words
from aloitus.command_line.today import today_of_checks
from aloitus.command_line.values import ClientName, Day, OneOf, ReportTarget
from aloitus.errors import UserError
from aloitus.findings import Finding, Severity
from aloitus.i18n import Wording
from aloitus.loading.practice import CLIENTS
from aloitus.pipeline.checking import Checked, check_practice
from aloitus.pipeline.decoding import client_id
from aloitus.pipeline.lock import WORK
from aloitus.pipeline.opened import OpenPractice, open_practice
from aloitus.screens.progress import progress_bar

NAMED = 3
"""Of many files that have what isn't shown, so many are named."""
FORMATS = ("full", "concise", "json", "github", "gitlab", "sarif", "junit", "markdown")


@dataclass(frozen=True, slots=True)
class Output:
    """`format` goes to the terminal or pipe, each of `reports` into a file (from `root`) besides."""

    format: str
    reports: tuple[tuple[str, Path], ...]
    root: Path

    def has_any_of(self, formats: Collection[str]) -> bool:
        return self.format in formats or any(name in formats for name, _path in self.reports)


@dataclass(frozen=True, slots=True)
class Comparison:
    """`approved_by` is None where nobody was named; an empty name says that nobody approved."""

    base: str
    head: str | None
    actor: str | None
    approved_by: tuple[str, ...] | None


def run(
    invocation: Invocation,
    clients: tuple[str, ...],
    base: str | None,
    head: str | None,
    actor: str | None,
    approved_by: tuple[str, ...],
    today: date | None,
    output_format: str,
    report: tuple[tuple[str, Path], ...],
) -> int:
    output = Output(output_format, report, invocation.root)
    if base is not None:
        comparison = Comparison(base, head, actor, approved_by or None)
        return _with_history(invocation, clients, comparison, today, output)
    if head is not None or actor is not None or approved_by:
        raise UserError("check.no-base")
    practice = open_practice(invocation.root)
    say = invocation.says_for(practice.firm)
    for client in clients:
        practice.path_of(client)
    day = today_of_checks(today, practice.firm, datetime.now(UTC))
    with progress_bar(say("check.checking"), len(practice.clients)) as progress:
        cache = invocation.root / WORK / "extracts"
        checked = check_practice(practice, day, clients, cache=cache, progress=progress)
    tell(checked, say, output, _explained_at(practice, say, output), history=False)
    return exit_code(checked)


def _with_history(
    invocation: Invocation, clients: tuple[str, ...], comparison: Comparison, today: date | None, output: Output
) -> int:
    """The whole firm decides the exit code, whichever clients are named."""
    from aloitus.gate.comparison import Review
    from aloitus.pipeline.comparing import Judging
    from aloitus.pipeline.history import check_history
    from aloitus.reports.registry import LINKING

    now = datetime.now(UTC)
    review = Review(comparison.actor, comparison.approved_by)
    judging = Judging(review, lambda firm: today_of_checks(today, firm, now))
    linked_in = (lambda firm: invocation.says_for(firm).language) if output.has_any_of(LINKING) else None
    checked, firm, explained_at = check_history(
        invocation.root, comparison.base, comparison.head, judging, linked_in=linked_in
    )
    say = invocation.says_for(firm)
    shown, files = checked.findings, frozenset[str]()
    if clients:
        files = frozenset(f"{CLIENTS}{client}.yaml" for client in clients)
        unknown = sorted(files - set(checked.sources))
        if unknown:
            raise UserError("errors.no-such-client", client=client_id(unknown[0]))
        shown = tuple(finding for finding in checked.findings if finding.place.file in files)
    tell(checked, say, output, explained_at, history=True, shown=shown)
    command = f"aloitus check --base {comparison.base}" + (f" --head {comparison.head}" if comparison.head else "")
    if clients:
        _tell_of_the_others([one for one in checked.findings if one.place.file not in files], command, say)
    return exit_code(checked)


def _tell_of_the_others(unshown: Sequence[Finding], command: str, say: Wording) -> None:
    """The counts and the exit code are of the whole firm, so what isn't shown is told of, too."""
    from aloitus.reports.visible import visible

    sys.stdout.flush()
    for severity in (Severity.ERROR, Severity.WARNING):
        files = [one.place.file for one in unshown if one.severity is severity]
        if files:
            names = list(dict.fromkeys(map(client_id, files)))
            where = ", ".join(names[:NAMED]) + (" …" if len(names) > NAMED else "")
            told = say(f"check.elsewhere-{severity.word}", n=len(files), where=where, command=command)
            print(visible(f"aloitus: {told}"), file=sys.stderr)


def exit_code(checked: Checked) -> int:
    return 1 if any(finding.severity is Severity.ERROR for finding in checked.findings) else 0


def tell(
    checked: Checked,
    say: Wording,
    output: Output,
    explained_at: str | None,
    *,
    history: bool,
    shown: tuple[Finding, ...] | None = None,
) -> None:
    """Prints the findings, and writes them where reports are wanted; `history`: whether it was judged, too.

    `shown` are those that are printed, where not all are; the counts are of all.
    """
    from aloitus import __version__
    from aloitus.reports.registry import REPORTS
    from aloitus.reports.report import Report, in_order, summarise

    color = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    whole = Report(
        in_order(checked.findings if shown is None else shown, checked.sources),
        summarise(checked.findings, clients=checked.clients, history=history),
        say,
        __version__,
        explained_at,
        explanations=_explanations(output, say),
    )
    for name, path in output.reports:
        write_report(output.root, path, REPORTS[name](whole))
    sys.stdout.write(REPORTS[output.format](replace(whole, color=color)))


def _explained_at(practice: OpenPractice, say: Wording, output: Output) -> str | None:
    """The wiki's page of all checks, by the settings on the disk, for the formats that link to it."""
    from aloitus.pipeline.wiki_address import checks_address, settings_on_disk
    from aloitus.reports.registry import LINKING

    if not output.has_any_of(LINKING):
        return None
    languages = practice.firm.languages
    return checks_address(settings_on_disk(practice.root, languages), languages, say.language)


def _explanations(output: Output, say: Wording) -> Mapping[str, str]:
    """By code, for the format that carries them: they are many, and of rules that weren't asked."""
    from aloitus.reports.registry import EXPLAINING

    if not output.has_any_of(EXPLAINING):
        return {}
    from aloitus.pipeline.finding_kinds import explanations_by_code

    return explanations_by_code(say)


COMMAND = Command(
    "check",
    run,
    [
        click.Argument(["clients"], nargs=-1, type=ClientName()),
        Option(["--base"], type=Words("ref")),
        Option(["--head"], type=Words("ref")),
        Option(["--actor"], type=Words("handle")),
        Option(["--approved-by"], type=Words("handle"), multiple=True),
        Option(["--today"], type=Day()),
        Option(["--output-format"], type=OneOf(FORMATS), default="full"),
        Option(["--report"], type=ReportTarget(FORMATS), multiple=True),
    ],
)
