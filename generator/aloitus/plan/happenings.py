"""What happens on which day across clients: meetings, and the days on which service production starts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from aloitus.plan.client_plan import MeetingState
from aloitus.plan.client_summary import ClientSummary, GateSummary, MeetingSummary


class Happening(NamedTuple):
    """A meeting, or the start that a gate guards: exactly one of them is there."""

    day: date
    client: ClientSummary
    meeting: MeetingSummary | None = None
    gate: GateSummary | None = None

    @property
    def missed(self) -> bool:
        """Its day has passed, and nobody recorded that it took place."""
        if self.meeting:
            return self.meeting.overdue
        left = self.gate.days_left if self.gate else None
        return left is not None and left < 0

    @property
    def unarranged(self) -> bool:
        """A meeting of which only the day is known by which it has to be held."""
        return self.meeting is not None and self.meeting.state in (MeetingState.NOT_PLANNED, MeetingState.CANCELLED)


def happenings(clients: Iterable[ClientSummary]) -> tuple[Happening, ...]:
    """Of the clients whose onboarding is running, by day, time and client."""
    return tuple(sorted((one for client in clients if client.running for one in happenings_of(client)), key=_order))


def happenings_of(client: ClientSummary) -> Iterator[Happening]:
    """Its meetings, then its starts, on the day that production really began where it has; all that have a day."""
    yield from (Happening(one.day, client, meeting=one) for one in client.meetings if one.day)
    yield from (Happening(day, client, gate=one) for one in client.gates if (day := one.passed_on or one.day))


def happenings_by_person(clients: Iterable[ClientSummary]) -> Mapping[str, Sequence[Happening]]:
    """The meetings that one is expected at or was at, and the starts of clients in whose team one is the first of a
    role; clients whose onboarding is over are left out.
    """
    found: defaultdict[str, list[Happening]] = defaultdict(list)
    for client in clients:
        if not client.status.is_over:
            team = dict.fromkeys(people[0] for people in client.team.values() if people)
            for one in happenings_of(client):
                for person in one.meeting.people if one.meeting else team:
                    found[person].append(one)
    return found


def _order(one: Happening) -> tuple[date, str, str, int, str]:
    """What has no time comes first: it's of the whole day."""
    if one.meeting:
        return one.day, one.meeting.time.isoformat() if one.meeting.time else "", one.client.id, one.meeting.number, ""
    return one.day, "", one.client.id, 0, one.gate.service or "" if one.gate else ""
