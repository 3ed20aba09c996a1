"""The change that closes the client also bends what closing asks for.

Dates, services and facts decide which tasks a client needs and when its review may be held. A change that closes the
client can't move them, not even with an entry: whoever reviews a closing must see one thing at a time.

To mend it, make the move in a change of its own, and close in the next.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.comparison import ClientStep
from aloitus.gate.history.moves import moves
from aloitus.gate.history.scope import SCOPES, added_and_removed

KIND = FindingKind(
    "HIS411",
    "bent-while-closing",
    Severity.ERROR,
    __doc__,
    failing=Example(
        before="status: active\ndates: {service_start: 2026-06-01}\n",
        after="""\
status: closed
dates: {service_start: 2026-05-25}
changes:
  - kind: date-moved
    what: service_start
    from: 2026-06-01
    to: 2026-05-25
    date: 2026-11-20
    by: liisa-laine
    reason: Palvelu alkoi jo aiemmin
    approved_by: eeva-esihenkilo
""",
    ),
    passing=Example(
        before="status: active\ndates: {service_start: 2026-06-01}\n",
        after="status: closed\ndates: {service_start: 2026-06-01}\n",
    ),
)


def check(step: ClientStep) -> Iterator[Finding]:
    if not step.closes or step.base is None:
        return
    for move in moves(step):
        if move.moved:
            yield KIND.at(step.at(*move.key), what=move.what)
    for scope in SCOPES:
        added, removed = added_and_removed(step, scope)
        for name in sorted(added | removed):
            yield KIND.at(step.at(scope.field), what=name)
