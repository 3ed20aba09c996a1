"""Every finding in a line, by family: `checks/index.md`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from aloitus.findings import Explanation
from aloitus.pages.check_page import INDEX, check_path, family_of, family_title, in_markdown
from aloitus.pages.context import PageContext, relative
from aloitus.pages.markup import Markup

TEMPLATE = "checks.md.j2"
PATH = INDEX
_NEXT_SENTENCE = re.compile(r"(?<=[.!?]) (?=\W?[A-ZÅÄÖ])")


@dataclass(frozen=True, slots=True)
class CheckLine:
    code: str
    link: Markup
    name: str
    severity: str
    summary: Markup


@dataclass(frozen=True, slots=True)
class Family:
    title: str
    checks: tuple[CheckLine, ...]


@dataclass(frozen=True, slots=True)
class ChecksPage:
    path: str
    families: tuple[Family, ...]


def checks_page(checks: Iterable[Explanation], context: PageContext) -> ChecksPage:
    """By family, in the order of the codes."""
    ordered = sorted(checks, key=lambda check: check.code)
    families = (
        Family(family_title(family, context), tuple(map(_line, found))) for family, found in groupby(ordered, family_of)
    )
    return ChecksPage(PATH, tuple(families))


def _line(check: Explanation) -> CheckLine:
    link = Markup(relative(PATH, check_path(check.code)))
    summary = in_markdown(first_sentence(check.paragraphs[0]).replace("|", "&#124;"))
    return CheckLine(check.code, link, check.name, check.severity, summary)


def first_sentence(paragraph: str) -> str:
    """Up to a mark of its end that a capital follows, in quotes or not."""
    return _NEXT_SENTENCE.split(paragraph, maxsplit=1)[0]
