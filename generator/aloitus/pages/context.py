"""What every page of one language is made from, besides its client's plan."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from aloitus.findings import KeyPath
from aloitus.i18n import Wording
from aloitus.model.firm import Firm, Person
from aloitus.model.process import Process


@dataclass(frozen=True, slots=True)
class PageContext:
    """`guides`: titles by id, in this language. `lines`: by client id, the line (from 1) of a key path in its file."""

    wording: Wording
    firm: Firm
    people: Mapping[str, Person]
    processes: Mapping[str, Process]
    guides: Mapping[str, str]
    today: date
    lines: Mapping[str, Mapping[KeyPath, int]] = field(default_factory=dict)

    @property
    def language(self) -> str:
        return self.wording.language

    def person_name(self, person: str) -> str:
        """The name of a person by id; an id that nobody has (a finding of its own) is shown as it stands."""
        known = self.people.get(person)
        return known.name if known else person


def person_path(person: str) -> str:
    """Where one's own page is. A page with links in HTML is the index of a folder: engines that read such a link from
    the page's file, and browsers, which read it from the page's address, then mean the same.
    """
    return f"people/{person}/index.md"


@lru_cache(4096)
def relative(page: str, target: str) -> str:
    """The link from one page to another, both from the root of the language's docs."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")
