"""What stands in a built page: its elements in order, its text, and whether it is well nested."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


@dataclass(frozen=True, slots=True)
class Element:
    tag: str
    attributes: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str:
        return dict(self.attributes).get(name, "")


@dataclass
class Page(HTMLParser):
    """`text` is all of it, in order, spaces collapsed; `badly_nested` are end tags that end something else.
    `foreign` is the text of a part that says to be in another language, `worded` what is neither that nor code.

    Drawings stand apart, in `drawn` and `lettering`: where their labels stand depends on how long those are.
    """

    elements: list[Element] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    worded: list[str] = field(default_factory=list)
    drawn: list[Element] = field(default_factory=list)
    lettering: list[tuple[str, str]] = field(default_factory=list)
    badly_nested: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _drawing: int = 0
    _foreign: int = 0

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = self._note(tag, attrs)
        if element.tag == "svg" and element.get("role") == "img":
            self._drawing = len(self._open) + 1
        if element.get("lang") and tag != "html" and not self._foreign:
            self._foreign = len(self._open) + 1
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note(tag, attrs)

    def _note(self, tag: str, attrs: list[tuple[str, str | None]]) -> Element:
        element = Element(tag, tuple((name, value or "") for name, value in attrs))
        (self.drawn if self._drawing else self.elements).append(element)
        return element

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()
            if len(self._open) < self._drawing:
                self._drawing = 0
            if len(self._open) < self._foreign:
                self._foreign = 0
        elif tag not in VOID:
            self.badly_nested.append(f"</{tag}> at {self.getpos()} in {self._open[-3:]}")

    def handle_data(self, data: str) -> None:
        if self._drawing:
            self.lettering.append((self._open[-1], data))
        else:
            self.texts.append(data)
            if self._foreign and data.strip():
                self.foreign.append(data)
            if not self._foreign and "code" not in self._open:
                self.worded.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())

    @property
    def left_open(self) -> list[str]:
        return self._open


def read_page(path: Path) -> Page:
    page = Page()
    page.feed(path.read_text("utf-8"))
    page.close()
    return page


def html_pages(public: Path) -> list[Path]:
    return sorted(public.rglob("*.html"))
