"""A service or a fact of an active client came or went, and `changes` doesn't say so.

Services and facts decide which tasks apply. Dropping one drops its tasks, so once a client is active each coming and
going has an entry: `service-added`, `fact-added`, and, with an approval, `service-removed`, `fact-removed`.

To mend it, add the entry, or undo the edit.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity, Term
from aloitus.gate.comparison import ClientStep
from aloitus.gate.history.scope import SCOPES, Scope, added_and_removed, balance
from aloitus.rules.new_entry import into_changes

KIND = FindingKind(
    "HIS410",
    "scope-changed-silently",
    Severity.ERROR,
    __doc__,
    failing=Example(before="status: active\nfacts: [vat-liable]\n", after="status: active\nfacts: []\n"),
    passing=Example(
        before="status: active\nfacts: [vat-liable]\n",
        after="""\
status: active
facts: []
changes:
  - kind: fact-removed
    what: vat-liable
    date: 2026-11-20
    by: matti-makinen
    reason: Rekisteröinti peruttiin
    approved_by: eeva-esihenkilo
""",
    ),
)


def check(step: ClientStep) -> Iterator[Finding]:
    if not step.was_active:
        return
    for scope in SCOPES:
        said = balance(step, scope)
        added, removed = added_and_removed(step, scope)
        for name in sorted({*added, *removed, *said}):
            really = (name in added) - (name in removed)
            if said[name] != really:
                yield _finding(step, scope, name, really)


def _finding(step: ClientStep, scope: Scope, name: str, really: int) -> Finding:
    """`really`: 1 where it came, -1 where it went, 0 where entries alone say that it did."""
    variant, kind = {1: ("added", scope.added), -1: ("removed", scope.removed), 0: ("untrue", None)}[really]
    return KIND.at(
        step.at(scope.field), variant=variant, help=f"{KIND.wording_key}-{variant}-help",
        thing=Term(f"his.{scope.field}"), what=name, kind=kind.value if kind else None,
        into=into_changes(step.head), today=step.today.isoformat(),
    )  # fmt: skip
