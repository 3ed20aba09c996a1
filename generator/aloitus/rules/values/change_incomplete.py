"""An entry of `changes` lacks something that its kind needs.

The list of changes is the memory of decisions that bent the plan. Each says what kind it is, when, by whom and why; a
moved date says besides which date, from when and to when; a service, a fact and a late review say which one.

To mend it, add the missing key to the entry.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.model.client import Change, ChangeKind
from aloitus.rules.case import Case

KIND = FindingKind(
    "VAL230",
    "change-incomplete",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
changes:
  - {kind: date-moved, what: service_start, from: 2026-05-25, to: 2026-06-01, date: 2026-05-06, by: liisa-laine}
"""),
    passing=Example("""\
changes:
  - kind: date-moved
    what: service_start
    from: 2026-05-25
    to: 2026-06-01
    date: 2026-05-06
    by: liisa-laine
    reason: Asiakas pyysi viikon lisää
"""),
)


_WITHOUT_WHAT = (ChangeKind.REOPENED, ChangeKind.CANCELLED, ChangeKind.IMPORTED, ChangeKind.PURGED)


def check(case: Case) -> Iterator[Finding]:
    for number, change in enumerate(case.client.changes):
        for field, value in _needed(change).items():
            if not value:
                help_key = f"{KIND.wording_key}-{field}-help"
                yield KIND.at(
                    case.at("changes", number, field),
                    variant=field,
                    help=help_key,
                    kind=change.kind.value,
                    today=case.today.isoformat(),
                )


def _needed(change: Change) -> dict[str, object]:
    needed: dict[str, object] = {"date": change.date, "by": change.by, "reason": change.reason}
    if change.kind not in _WITHOUT_WHAT:
        needed["what"] = change.what
    if change.kind is ChangeKind.DATE_MOVED:
        needed |= {"from": change.moved_from, "to": change.moved_to}
    return needed
