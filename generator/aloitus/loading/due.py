"""The grammar of due rules: `end of month of service_start + 15 workdays`."""

import re
from dataclasses import dataclass

from yaml.events import ScalarEvent

from aloitus.loading import val_kinds as kinds
from aloitus.loading.reading import Reading, shown
from aloitus.loading.tree import Node
from aloitus.loading.values import is_null, wrong_shape
from aloitus.model.due_rule import DueRule, Offset, Unit

_START = r"(?P<month_end>end of month of )?(?P<start>[a-z0-9][a-z0-9_]{0,62})"
_OFFSET = r" (?P<sign>[+-]) (?P<amount>0|[1-9][0-9]{0,2}) (?P<unit>workday|day|month)s?"
_RULE = re.compile(f"{_START}(?P<offsets>(?:{re.sub('[?]P<[a-z]+>', '?:', _OFFSET)}){{0,6}})")
_EACH_OFFSET = re.compile(_OFFSET)


def parse_due(text: str) -> DueRule | None:
    """A due rule, or None for a text that isn't one; amounts have at most three digits."""
    found = _RULE.fullmatch(" ".join(text.split()))
    if not found:
        return None
    offsets = tuple(
        Offset(int(offset["sign"] + offset["amount"]), Unit(f"{offset['unit']}s"))
        for offset in _EACH_OFFSET.finditer(found["offsets"])
    )
    return DueRule(found["start"], found["month_end"] is not None, offsets)


@dataclass(frozen=True, slots=True)
class Due:
    """A due rule: `service_start - 15 workdays`."""

    def read(self, node: Node, reading: Reading) -> DueRule | None:
        if type(node) is not ScalarEvent:
            wrong_shape(node, reading, "text")
            return None
        rule = parse_due(node.value)
        if rule is None and not is_null(node):
            reading.add(kinds.BAD_DUE_RULE, node, value=shown(node))
        return rule
