"""Which files of the head a rule of this folder is about."""

from collections.abc import Iterator

from aloitus.findings import Finding, FindingKind, Place, Related, Severity
from aloitus.gate.comparison import Comparison
from aloitus.gate.files.layout import ATTRIBUTES, fold, is_in_practice
from aloitus.model.tree import TreeEntry


def judged(comparison: Comparison) -> Iterator[TreeEntry]:
    """Every file of the head under `clients` and `templates`, and the root's file of attributes, by name."""
    tree = sorted(comparison.head.tree.items())
    return (entry for path, entry in tree if is_in_practice(path) or fold(path) == ATTRIBUTES)


def about(
    kind: FindingKind, entry: TreeEntry, comparison: Comparison, *, related: tuple[Related, ...] = (), twin: str = ""
) -> Finding:
    """A finding about a file: an error where the change brings it, a note where it stood at base already."""
    severity = Severity.NOTE if comparison.base.tree.get(entry.path) == entry else None
    return kind.at(Place(entry.path), severity=severity, related=related, path=entry.path, twin=twin)
