"""A file that the gate judges by is gone.

Without its process nothing could be asked of a client, and without the people nobody could approve anything. A
process that isn't sold any more stays: its clients are judged by it, and evidence refers to it.

To mend it, bring the file back: `git restore --source=origin/main -- templates`.
"""

import re
from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Place, Severity
from aloitus.gate.comparison import Comparison
from aloitus.gate.files.layout import TEMPLATE_FILES
from aloitus.model.tree import FileKind

FIRM_AND_PROCESSES: tuple[re.Pattern[str], ...] = TEMPLATE_FILES[:2]
KIND = FindingKind(
    "POL540",
    "policy-file-vanished",
    Severity.ERROR,
    __doc__,
    failing=Example("", "{}\n", "templates/people.yaml"),
    passing=Example("# Henkilöt\n{}\n", "{}\n", "templates/people.yaml"),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    for path, entry in sorted(comparison.base.tree.items()):
        judged_by = entry.kind is FileKind.FILE and any(shape.fullmatch(path) for shape in FIRM_AND_PROCESSES)
        now = comparison.head.tree.get(path)
        if judged_by and (now is None or now.kind is not FileKind.FILE):
            yield KIND.at(Place(path), path=path)
