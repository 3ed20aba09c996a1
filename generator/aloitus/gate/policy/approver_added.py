"""A change of the process lets more people approve exceptions.

`approvals` says whose word counts for each kind of exception. Adding a role there, or bringing in a process that
trusts a role for more than any process did before, needs the approval of somebody whose role stands under `policy`
already. The first process of a firm has none before it to be held against.

To mend it, ask such a person to approve the change on the forge, or take the edit back.
"""

from collections.abc import Iterable, Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.comparison import Comparison
from aloitus.gate.policy.loosening import loosened, process_file
from aloitus.model.process import Process

PROCESS = "templates/processes/client-onboarding.yaml"
KIND = FindingKind(
    "POL527",
    "policy-approver-added",
    Severity.ERROR,
    __doc__,
    failing=Example("approvals: {waiver: [supervisor, accountant]}\n", "{}\n", PROCESS),
    passing=Example("approvals: {waiver: [supervisor]}\n", "approvals: {waiver: [supervisor, accountant]}\n", PROCESS),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    base = comparison.base.processes
    if not base:
        return
    for name, process in sorted(comparison.head.processes.items()):
        trusted = _rights([base[name]] if name in base else base.values())
        for kind, role in _rights([process]):
            if (kind, role) not in trusted:
                place = (process_file(name), "approvals", kind)
                yield from loosened(KIND, comparison, *place, role=role, exception=kind)


def _rights(processes: Iterable[Process]) -> list[tuple[str, str]]:
    """What may be approved, and by whom, in the order of the files."""
    return [(kind, role) for process in processes for kind, roles in process.approvals.items() for role in roles]
