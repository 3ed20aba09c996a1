"""SVG inside a fragment: elements with escaped attributes, numbers without needless decimals."""

from collections.abc import Iterable
from functools import lru_cache

from aloitus.pages.markup import Markup, attribute


def number(value: float) -> str:
    """A coordinate to a tenth: `393.4`, `22`."""
    return f"{value:.1f}".removesuffix(".0")


@lru_cache(maxsize=8192)
def words(text: str) -> Markup:
    """`text` inside an element or an attribute. Remembered: the titles of a process's tasks stand on many pages."""
    return attribute(text)


def text(content: str, x: float, y: float, kind: str = "") -> Markup:
    """A line of text whose baseline starts (or ends, as its class says) at a point."""
    named = f' class="{kind}"' if kind else ""
    return Markup(f'<text x="{number(x)}" y="{number(y)}"{named}>{words(content)}</text>')


def stroke(x1: float, y1: float, x2: float, y2: float) -> str:
    """A line for a path's `d`, written short where it goes straight down or across."""
    start = f"M{number(x1)} {number(y1)}"
    if x1 == x2:
        return f"{start}V{number(y2)}"
    if y1 == y2:
        return f"{start}H{number(x2)}"
    return f"{start}L{number(x2)} {number(y2)}"


def lines(strokes: Iterable[str], kind: str = "") -> Markup:
    """Many lines of one kind, as one path."""
    named = f' class="{kind}"' if kind else ""
    drawn = "".join(strokes)
    return Markup(f'<path{named} d="{drawn}"/>') if drawn else Markup("")


def circle(x: float, y: float, radius: float, kind: str) -> Markup:
    return Markup(f'<circle class="{kind}" cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"/>')


def diamond(x: float, y: float, radius: float, kind: str) -> Markup:
    """A square on its corner, `radius` from its centre to each of them."""
    r = number(radius)
    return Markup(f'<path class="{kind}" d="M{number(x)} {number(y - radius)}l{r} {r}-{r} {r}-{r}-{r}z"/>')


def box(left: float, top: float, size: tuple[float, float], kind: str, *, rounded: float = 0) -> Markup:
    corners = f' rx="{number(rounded)}"' if rounded else ""
    wide, high = size
    place = f'x="{number(left)}" y="{number(top)}" width="{number(wide)}" height="{number(high)}"'
    return Markup(f'<rect class="{kind}" {place}{corners}/>')


def drawing(content: Markup, size: tuple[float, float], kind: str, title: str, description: str, anchor: str) -> Markup:
    """A whole picture with its name and what it shows, for a reader who doesn't see it. `anchor` makes its ids."""
    wide, high = size
    opened = (
        f'<svg class="{kind}" viewBox="0 0 {number(wide)} {number(high)}" role="img" '
        f'aria-labelledby="{anchor}-title {anchor}-desc">'
    )
    named = f'<title id="{anchor}-title">{words(title)}</title><desc id="{anchor}-desc">{words(description)}</desc>'
    return Markup(opened) + Markup(named) + content + Markup("</svg>")
