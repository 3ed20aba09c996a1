"""What calendars of one language are made from, besides summaries."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from aloitus.i18n import Wording
from aloitus.model.firm import Firm, Person
from aloitus.model.process import Process


@dataclass(frozen=True, slots=True)
class FeedContext:
    """`address`: the wiki's own in this language, with a slash at its end, or "" where it isn't known.

    `changed`: by client id, a moment (seconds since 1970) that grows with each change of the client's entries; a
    client of whom nothing is known has none.
    """

    wording: Wording
    firm: Firm
    people: Mapping[str, Person]
    processes: Mapping[str, Process]
    today: date
    address: str = ""
    changed: Mapping[str, int] = field(default_factory=dict)

    def person_name(self, person: str) -> str:
        known = self.people.get(person)
        return known.name if known else person
