"""What every finding means and how to mend it: `checks.md`."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from aloitus.findings import Example
from aloitus.pages.context import PageContext
from aloitus.pages.markup import Markup

TEMPLATE = "checks.md.j2"
PATH = "checks.md"


@dataclass(frozen=True, slots=True)
class CheckText:
    """One kind of finding in the page's language; the program's own words, so they may hold Markdown."""

    code: str
    name: str
    severity: str
    paragraphs: tuple[str, ...]
    failing: Example | None
    passing: Example | None


@dataclass(frozen=True, slots=True)
class CheckEntry:
    code: str
    name: str
    severity: str
    paragraphs: tuple[Markup, ...]
    failing: tuple[Markup, ...]
    passing: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Family:
    title: str
    entries: tuple[CheckEntry, ...]


@dataclass(frozen=True, slots=True)
class ChecksPage:
    path: str
    families: tuple[Family, ...]


def checks_page(checks: Iterable[CheckText], context: PageContext) -> ChecksPage:
    """By family, in the order of the codes."""
    ordered = sorted(checks, key=lambda check: check.code)
    families = []
    for family, found in groupby(ordered, key=lambda check: check.code[:3].lower()):
        entries = tuple(_entry(check) for check in found)
        families.append(Family(context.wording(f"pages.family-{family}"), entries))
    return ChecksPage(PATH, tuple(families))


def _entry(check: CheckText) -> CheckEntry:
    return CheckEntry(
        check.code,
        check.name,
        check.severity,
        tuple(Markup(paragraph.replace("<", "&lt;")) for paragraph in check.paragraphs),
        _example(check.failing),
        _example(check.passing),
    )


def _example(example: Example | None) -> tuple[Markup, ...]:
    """The example's text, and before it what it was; each for a fenced block."""
    if example is None:
        return ()
    texts = [example.before, example.after] if example.before is not None else [example.after]
    return tuple(Markup(text.strip("\n").replace("```", "'''")) for text in texts)
