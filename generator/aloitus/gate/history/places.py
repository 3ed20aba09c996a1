"""Where in a file a difference between two records shows."""

from collections.abc import Mapping
from typing import Any

from aloitus.findings import KeyPath
from aloitus.gate.comparison import ClientStep

WRITTEN_AT: Mapping[str, KeyPath] = {
    "invoicing": ("invoicing", "items"),
    "uninvoiced": ("invoicing", "uninvoiced"),
    "erp_tasks": ("systems", "erp_tasks"),
}
"""Fields of a client's values that stand elsewhere in its file."""


def field_key(step: ClientStep, field: str) -> KeyPath:
    """The key of `field`, or of its first entry that differs where it is one of several by id."""
    key = WRITTEN_AT.get(field, (field,))
    before: Any = getattr(step.base, field, None)
    after: Any = getattr(step.head, field)
    if isinstance(after, Mapping) and isinstance(before, Mapping):
        differing = [name for name in after if before.get(name) != after[name]]
        return (*key, differing[0]) if differing else key
    return key
