"""Whether a value would do in another place than where it stands, and what could stand in a place."""

from yaml.events import ScalarEvent

from aloitus.loading.choices import Word
from aloitus.loading.reading import Reading, shown
from aloitus.loading.values import Clock, Count, Day, Flag, Kind


def fitting(kind: Kind[object], node: ScalarEvent, reading: Reading) -> str | None:
    """The value as it would be typed where `kind` is meant; None where it doesn't fit or anything would."""
    if isinstance(kind, Word):
        return kind.meant(shown(node))
    if not isinstance(kind, Day | Clock | Count | Flag):
        return None
    trial = Reading(reading.path, "")
    return node.value if kind.read(node, trial) is not None else None


def some_value(kind: Kind[object]) -> str:
    if isinstance(kind, Word):
        return next(iter(kind.words))
    return "2026-05-31" if isinstance(kind, Day) else "…"
