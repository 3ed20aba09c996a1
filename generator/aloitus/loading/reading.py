"""One file being read: its tree, what was found wrong with it, and where."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from yaml.events import Event, ScalarEvent

from aloitus.findings import Finding, FindingKind, KeyPath, Message, Place, Severity, Span, Value
from aloitus.loading.tree import MappingNode, Node, SequenceNode, lines_of, span_of, trimmed

MOST_FINDINGS = 200
_MOST_SHOWN = 60


@dataclass(slots=True)
class Reading:
    """`languages`: those that texts may be written in, none for any. `omitted`: list items that couldn't be decoded.

    `is_cut`: there is more to find than is kept.
    """

    path: str
    text: str
    root: MappingNode | None = None
    languages: tuple[str, ...] = ()
    findings: list[Finding] = field(default_factory=list)
    omitted: set[KeyPath] = field(default_factory=set)
    may_have_comments: bool = False
    is_cut: bool = False
    _counts: dict[Severity, int] = field(default_factory=dict)
    _lines: list[str] = field(default_factory=list)
    _paths: dict[int, tuple[KeyPath, bool]] = field(default_factory=dict)

    def add(
        self, kind: FindingKind, node: Node, *, variant: str = "", advice: str | bool = True, **values: Value
    ) -> None:
        """A finding about a value or a key of the tree. `advice`: the last part of its wording key."""
        if self.has_room(kind.severity):
            self._keep(finding(kind, self.place(node), values, variant=variant, advice=advice))

    def miss(self, kind: FindingKind, node: MappingNode, *, name: str, **values: Value) -> None:
        """A finding about a key that isn't there. The file's own are found by their name: no rule need say it again."""
        if self.has_room(kind.severity):
            place = self.place(node)
            lacking = replace(place, key=(name,)) if node is self.root else place
            self._keep(finding(kind, lacking, {"name": name, **values}, variant="", advice=True))

    def append(self, found: Finding) -> None:
        if self.has_room(found.severity):
            self._keep(found)

    def has_room(self, severity: Severity = Severity.ERROR) -> bool:
        """Nobody reads a thousand findings about one file, and looking for what was meant takes time.

        Each severity has room of its own, so that no number of warnings hides an error.
        """
        has_room = self._counts.get(severity, 0) < MOST_FINDINGS
        self.is_cut = self.is_cut or not has_room
        return has_room

    def _keep(self, found: Finding) -> None:
        self._counts[found.severity] = self._counts.get(found.severity, 0) + 1
        self.findings.append(found)

    def place(self, node: Node) -> Place:
        if not self._paths and self.root is not None:
            self._paths[id(self.root)] = (), False
            self._remember(self.root, ())
        key, on_key = self._paths.get(id(node), ((), False))
        return Place(self.path, key, on_key, self.span(node))

    def span(self, node: Node | Event) -> Span:
        return trimmed(span_of(node), self.lines)

    def omit(self, item: Node) -> None:
        self.omitted.add(self.place(item).key)

    @property
    def lines(self) -> list[str]:
        if not self._lines:
            self._lines = lines_of(self.text)
        return self._lines

    def line(self, number: int) -> str:
        """A line of the file, from 1, without its end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def one_character(self, line: int, column: int) -> Span:
        """The span of one character, drawn back into the file where a parser points past its end."""
        line = max(1, min(line, len(self.lines)))
        column = max(1, min(column, len(self.line(line)) + 1))
        return Span(line, column, line, column + 1)

    def typed(self, node: Node, value: str) -> str:
        """The line that would hold `value` in the node's place: `status: done`."""
        place = self.place(node)
        name = place.key[-1] if place.key else None
        return f"{name}: {value}" if isinstance(name, str) and not place.on_key else value

    def blank(self, span: Span, character: str) -> None:
        """Overwrite a part of the text that no excerpt may show."""
        lines = self.text.split("\n")  # with their ends: the text stays what it was around the blank
        for number in range(span.line, span.end_line + 1):
            line = lines[number - 1]
            start = span.column - 1 if number == span.line else 0
            end = span.end_column - 1 if number == span.end_line else len(line)
            lines[number - 1] = line[:start] + character * (end - start) + line[end:]
        self.text = "\n".join(lines)
        self._lines.clear()

    def _remember(self, parent: MappingNode | SequenceNode, path: KeyPath) -> None:
        children: list[tuple[str | int, Node]] = []
        if isinstance(parent, MappingNode):
            children += parent.values.items()
            for (name, _), key in zip(children, parent.keys, strict=True):
                self._paths[id(key)] = (*path, name), True
        else:
            children += enumerate(parent.items)
        for step, child in children:
            self._paths[id(child)] = (*path, step), False
            if not isinstance(child, ScalarEvent):
                self._remember(child, (*path, step))


def finding(
    kind: FindingKind, place: Place, values: Mapping[str, Value], *, variant: str, advice: str | bool
) -> Finding:
    """`kind.at` for values that are at hand as a mapping; `advice` is the last part of the help's key."""
    made = kind.at(place, variant=variant, help=advice if isinstance(advice, bool) else f"{kind.wording_key}-{advice}")
    return replace(made, message=Message(made.message.key, values), help=made.help and Message(made.help.key, values))


def shown(node: Node | str) -> str:
    """A value as a message may repeat it: one line, not too long."""
    if isinstance(node, MappingNode):
        return "{…}"
    if isinstance(node, SequenceNode):
        return "[" + ", ".join(shown(item) for item in node.items[:3]) + (", …]" if node.items[3:] else "]")
    text = " ".join((node.value if isinstance(node, ScalarEvent) else node).split())
    return text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 1] + "…"
