"""A new client told in a YAML or JSON file, by the keys of a client's file."""

from aloitus.editing.values import Said, Value, said_by
from aloitus.errors import UserError
from aloitus.findings import Message, Severity
from aloitus.loading.reader import read
from aloitus.loading.suggestions import as_day, nearest
from aloitus.scaffolding.proposal import TELLABLE, Proposal

_ON_A_LINE = frozenset({"services", "facts", "team"})
_MOST_TOLD = 3
_OF_DAYS = frozenset({"dates", "service_starts"})


def from_file(path: str, data: bytes) -> Proposal:
    """`unclear` where it can't be read; UserError where it tells what a new client's file doesn't."""
    reading = read(path, data)
    wrong = [finding for finding in reading.findings if finding.severity is Severity.ERROR]
    if reading.root is None or wrong:
        where = next((finding.place.span for finding in wrong), None)
        unread = Message("new.unread", {"path": path, "line": where.line if where else 1})
        return Proposal(unclear=(unread, *(finding.message for finding in wrong[:_MOST_TOLD])))
    says = said_by(reading.root)
    assert isinstance(says, dict)  # noqa: S101 -- of a mapping
    values: dict[str, Value] = {}
    for key, said in says.items():
        if key == "id":
            continue
        if key not in TELLABLE:
            near = nearest(key, TELLABLE)
            raise UserError(
                "new.unknown-key" if near is None else "new.unknown-key-nearest",
                path=path,
                name=key,
                nearest=near,
                known=("id", *TELLABLE),
            )
        if said is not None:
            values[key] = _value(said, on_a_line=key in _ON_A_LINE, days=key in _OF_DAYS)
    chosen = says.get("id")
    return Proposal(values, chosen if isinstance(chosen, str) else None)


def _value(said: Said, *, on_a_line: bool, days: bool) -> Value:
    """`days`: texts are days, however they were written; one that isn't stays a text, for `check` to refuse."""
    if isinstance(said, dict):
        told = {key: child for key, child in said.items() if child is not None}
        return {key: _value(child, on_a_line=on_a_line, days=days) for key, child in told.items()}
    if isinstance(said, list):
        items = [_value(child, on_a_line=True, days=days) for child in said if child is not None]
        return tuple(items) if on_a_line else items
    return (as_day(said or "") if days else None) or said or ""
