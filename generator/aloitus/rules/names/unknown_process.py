"""The client's process doesn't exist.

`process` names a file under `templates/processes`: without it nothing is known of what the client's onboarding
needs, and nothing else of the client can be judged.

To mend it, write the id of a process that exists, most often `client-onboarding`.
"""

from collections.abc import Collection, Iterator

from aloitus.findings import Example, Finding, FindingKind, Place, Severity
from aloitus.model.client import Client
from aloitus.rules.nearest import unknown_name

KIND = FindingKind(
    "REF101",
    "unknown-process",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
process: client-onbording
"""),
    passing=Example("""\
process: client-onboarding
"""),
)


def check(client: Client, file: str, processes: Collection[str]) -> Iterator[Finding]:
    """Stands apart from the other rules of a client: where the process is unknown, there's no plan to judge."""
    if client.process and client.process not in processes:
        yield unknown_name(KIND, Place(file, ("process",)), client.process, processes, where="templates/processes")
