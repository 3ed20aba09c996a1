"""A finding about a file of the head."""

from aloitus.findings import Finding, FindingKind, Place, Related, Severity
from aloitus.gate.comparison import Comparison
from aloitus.model.tree import TreeEntry


def about(
    kind: FindingKind,
    entry: TreeEntry,
    comparison: Comparison,
    *,
    help: bool | str = True,
    related: tuple[Related, ...] = (),
    **values: str,
) -> Finding:
    """A finding about a file: an error where the change brings it, a note where it stood at base already."""
    severity = Severity.NOTE if comparison.base.tree.get(entry.path) == entry else None
    return kind.at(Place(entry.path), severity=severity, help=help, related=related, path=entry.path, **values)
