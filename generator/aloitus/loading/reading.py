"""One file being read: its tree, what was found wrong with it, and where."""

from dataclasses import dataclass, field, replace

from yaml.events import ScalarEvent

from aloitus.findings import Finding, FindingKind, KeyPath, Message, Place, Span, Value
from aloitus.loading.tree import MappingNode, Node, SequenceNode, span_of

_MOST_SHOWN = 60


@dataclass(slots=True)
class Reading:
    """`languages`: those that texts may be written in, none for any. `omitted`: list items that couldn't be decoded."""

    path: str
    text: str
    root: MappingNode | None = None
    languages: tuple[str, ...] = ()
    findings: list[Finding] = field(default_factory=list)
    omitted: set[KeyPath] = field(default_factory=set)
    may_have_comments: bool = False
    _lines: list[str] = field(default_factory=list)
    _paths: dict[int, Place] = field(default_factory=dict)

    def add(
        self, kind: FindingKind, node: Node, *, variant: str = "", help: str | bool = True, **values: Value
    ) -> None:
        """A finding about a value or a key of the tree. `help`: the last part of its wording key."""
        key = help if isinstance(help, bool) else f"{kind.wording_key}-{help}"
        finding = kind.at(self.place(node), variant=variant, help=key)
        message = Message(finding.message.key, values)
        self.findings.append(replace(finding, message=message, help=finding.help and Message(finding.help.key, values)))

    def place(self, node: Node) -> Place:
        if not self._paths and self.root is not None:
            self._paths[id(self.root)] = Place(self.path, ())
            self._remember(self.root, ())
        known = self._paths.get(id(node), Place(self.path))
        return Place(self.path, known.key, known.on_key, span_of(node))

    def omit(self, item: Node) -> None:
        self.omitted.add(self.place(item).key)

    def line(self, number: int) -> str:
        """A line of the file, from 1, without its end."""
        if not self._lines:
            self._lines = [line.removesuffix("\r") for line in self.text.split("\n")]
        return self._lines[number - 1] if number <= len(self._lines) else ""

    def line_of(self, node: Node) -> str:
        return self.line(self.span(node).line)

    def span(self, node: Node) -> Span:
        return span_of(node)

    def blank(self, span: Span, character: str) -> None:
        """Overwrite a part of the text that no excerpt may show."""
        lines = self.text.split("\n")
        for number in range(span.line, span.end_line + 1):
            line = lines[number - 1]
            start = span.column - 1 if number == span.line else 0
            end = span.end_column - 1 if number == span.end_line else len(line)
            lines[number - 1] = line[:start] + character * (end - start) + line[end:]
        self.text = "\n".join(lines)
        self._lines.clear()

    def _remember(self, parent: Node, path: KeyPath) -> None:
        children: list[tuple[str | int, Node]]
        if isinstance(parent, MappingNode):
            children = list(parent.values.items())
            for (name, _), key in zip(children, parent.keys, strict=True):
                self._paths[id(key)] = Place(self.path, (*path, name), on_key=True)
        elif isinstance(parent, SequenceNode):
            children = list(enumerate(parent.items))
        else:
            return
        for step, child in children:
            self._paths[id(child)] = Place(self.path, (*path, step))
            self._remember(child, (*path, step))


def shown(node: Node | str) -> str:
    """A value as a message may repeat it: one line, not too long."""
    if isinstance(node, MappingNode):
        return "{…}"
    if isinstance(node, SequenceNode):
        return "[" + ", ".join(shown(item) for item in node.items[:3]) + (", …]" if len(node.items) > 3 else "]")
    text = " ".join((node.value if isinstance(node, ScalarEvent) else node).split())
    return text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 1] + "…"
