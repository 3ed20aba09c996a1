"""A file as findings point into it: key path → line and column, and its lines for excerpts."""

from aloitus.findings import KeyPath, Span
from aloitus.loading.parsing import parse
from aloitus.loading.tree import MappingNode, Node, SequenceNode, lines_of, span_of, trimmed


class Source:
    """The file's text, as it may be shown: personal data is masked, and characters that are refused are U+FFFD.

    Places are found by reading the text once more when the first of them is asked for: most files have no finding, and
    the spans of a thousand files would fill memory for nothing.
    """

    __slots__ = ("_lines", "_omitted", "_root", "_tried", "path", "text")

    def __init__(self, path: str, text: str, omitted: frozenset[KeyPath] = frozenset()) -> None:
        """`omitted`: list items that stand in the file and not in the model, whose indices don't count them."""
        self.path = path
        self.text = text
        self._omitted = omitted
        self._lines: list[str] = []
        self._root: Node | None = None
        self._tried = False

    @property
    def lines(self) -> list[str]:
        """The lines without their ends; `lines[0]` is line 1."""
        if not self._lines:
            self._lines = lines_of(self.text)
        return self._lines

    def span(self, key: KeyPath, *, on_key: bool = False) -> Span:
        """Where the value at `key` stands (with `on_key`, its key); of what isn't there, the nearest ancestor's key."""
        node = self._tree()
        if node is None:
            return Span(1, 1, 1, 1)
        path: KeyPath = ()
        holder: MappingNode | None = None
        for step in key:
            child = self._child(node, path, step)
            if child is None:
                on_key = True
                break
            holder = node if isinstance(node, MappingNode) else None
            node, path = child, (*path, step)
        if on_key and holder is not None:
            return span_of(holder.key(str(path[-1])))
        if not path:
            return span_of(node.keys[0]) if isinstance(node, MappingNode) and node.keys else Span(1, 1, 1, 1)
        return trimmed(span_of(node), self.lines)

    def _child(self, node: Node, path: KeyPath, step: str | int) -> Node | None:
        if isinstance(node, MappingNode) and isinstance(step, str):
            return node.values.get(step)
        if isinstance(node, SequenceNode) and isinstance(step, int):
            kept = [item for index, item in enumerate(node.items) if (*path, index) not in self._omitted]
            return kept[step] if 0 <= step < len(kept) else None
        return None

    def _tree(self) -> Node | None:
        if not self._tried:
            self._tried = True
            self._root = parse(self.text.encode(errors="replace")).root
        return self._root
