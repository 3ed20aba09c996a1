"""Kinds of values that only a process has: steps, who takes part, and the record that fulfils a task."""

import re
from dataclasses import dataclass

from yaml.events import ScalarEvent

from aloitus.loading import val_kinds as kinds
from aloitus.loading.reading import Reading, shown
from aloitus.loading.shapes import ListOf, LocalText, Record
from aloitus.loading.tree import MappingNode, Node
from aloitus.loading.values import Id, is_null, wrong_shape
from aloitus.model.condition import ALWAYS, Condition
from aloitus.model.process import FulfilledBy, Step
from aloitus.model.process import Record as OtherRecord

_RECORDS = {record.value: FulfilledBy(record) for record in OtherRecord if record is not OtherRecord.MEETING}
_MEETING = re.compile(r"meetings\.([a-z0-9][a-z0-9-]{0,62})")
_ROLES = ListOf(Id())
_TEXT = LocalText()

WHOLE_TEAM = "team"


@dataclass(frozen=True, slots=True)
class StepText:
    """A work step: a text, plain or by language, and beside the languages its `when`."""

    when: Record[Condition]

    def read(self, node: Node, reading: Reading) -> Step | None:
        condition = ALWAYS
        texts = node
        if isinstance(node, MappingNode) and "when" in node.values:
            condition = self.when.read(node.values["when"], reading) or ALWAYS
            texts = _without(node, "when")
        title = _TEXT.read(texts, reading)
        return Step(title, condition) if title else None


def _without(node: MappingNode, name: str) -> MappingNode:
    rest = MappingNode(node.start)
    rest.end = node.end
    rest.values = {key: value for key, value in node.values.items() if key != name}
    rest.keys = [key for key in node.keys if key.value != name]
    return rest


@dataclass(frozen=True, slots=True)
class Participants:
    """`team`, or a list of roles."""

    def read(self, node: Node, reading: Reading) -> str | tuple[str, ...] | None:
        if isinstance(node, ScalarEvent) and node.value == WHOLE_TEAM:
            return WHOLE_TEAM
        return _ROLES.read(node, reading)


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """`meetings.<id>`, `invoicing.items`, `invoicing.uninvoiced` or `closure.erp_closed`."""

    def read(self, node: Node, reading: Reading) -> FulfilledBy | None:
        if type(node) is not ScalarEvent:
            wrong_shape(node, reading, "text")
            return None
        if node.value in _RECORDS:
            return _RECORDS[node.value]
        meeting = _MEETING.fullmatch(node.value)
        if meeting:
            return FulfilledBy(OtherRecord.MEETING, meeting[1])
        if not is_null(node):
            reading.add(kinds.BAD_REFERENCE, node, value=shown(node), known=("meetings.<id>", *_RECORDS))
        return None
