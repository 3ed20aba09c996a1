"""Runs `aloitus check --base … --head …` on a repository, in this process."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aloitus.errors import UserError
from aloitus.findings import Severity
from aloitus.gate.comparison import Review
from aloitus.i18n import wording
from aloitus.pipeline.comparing import EarlierVersion, Judging, judge, read_change
from aloitus.snapshot.repository import repository
from aloitus.snapshot.states import step
from git_history import clean_environment  # noqa: F401 - the same world for git everywhere


@dataclass(frozen=True)
class Told:
    exit: int
    findings: list[dict[str, Any]]
    refusal: str = ""


def check(root: Path, base: str, head: str | None, today: str, options: tuple[str, ...] = ()) -> Told:
    from datetime import date

    rest = list(options)
    actor, approved = None, None
    while rest:
        name = rest.pop(0)
        value = rest.pop(0)
        if name == "--actor":
            actor = value
        elif name == "--approved-by":
            approved = (*(approved or ()), value)
        elif name == "--today":
            today = value
    try:
        with repository(root) as opened:
            taken = step(opened, base, head)
            change = read_change(root, taken.base, taken.head, taken.policy)
            judging = Judging(Review(actor, approved), lambda _firm: date.fromisoformat(today), workers=1)
            checked = judge(change, judging, EarlierVersion(opened.git, taken.base_commit))
    except UserError as error:
        return Told(error.exit_code, [], wording("en").say(error.message))
    findings = [
        {
            "code": finding.code, "severity": finding.severity.word, "path": finding.place.file,
            "line": finding.place.span.line if finding.place.span else None,
            "message": wording("en").say(finding.message), "help": finding.help and wording("en").say(finding.help),
        }
        for finding in checked.findings
    ]  # fmt: skip
    return Told(int(any(one.severity is Severity.ERROR for one in checked.findings)), findings)
