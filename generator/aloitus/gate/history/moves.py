"""How a client's dates moved in a change, and which moves its new entries account for."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from aloitus.findings import KeyPath
from aloitus.gate.comparison import ClientStep
from aloitus.gate.history.entries import NewEntry, new_entries
from aloitus.model.client import Change, ChangeKind, Client

SERVICE_START = "service_start"
SERVICE_STARTS = "service_starts"


class Move(NamedTuple):
    """A date that was set before: `after` is None where it's gone. `what` is how an entry of `changes` names it."""

    what: str
    key: KeyPath
    before: date | None
    after: date | None

    @property
    def moved(self) -> bool:
        return self.before is not None and self.before != self.after


def moves(step: ClientStep) -> list[Move]:
    """Every date of the client's, before and after, whether it moved or not."""
    base, head = step.base, step.head
    if base is None:
        return []
    found = [
        Move(key, ("dates", key), base.dates.get(key), head.dates.get(key))
        for key in sorted({*base.dates, *head.dates})
    ]
    for service in sorted({*base.service_starts, *head.service_starts} & set(head.services)):
        found += _starts(service, base, head)
    return found


def _starts(service: str, base: Client, head: Client) -> Iterator[Move]:
    """A service without a day of its own starts on the client's, so giving or taking one is a move, too."""
    what = f"{SERVICE_STARTS}.{service}"
    key = (SERVICE_STARTS, service)
    was_sold = service in base.services
    yield Move(what, (*key, "agreed"), _agreed(base, service) if was_sold else None, _agreed(head, service))
    before, after = base.service_starts.get(service), head.service_starts.get(service)
    started = before.started if before and was_sold else None
    yield Move(what, (*key, "started"), started, after.started if after else None)


def _agreed(client: Client, service: str) -> date | None:
    own = client.service_starts.get(service)
    return own.agreed if own and own.agreed else client.dates.get(SERVICE_START)


def unexplained(step: ClientStep) -> list[Move]:
    """Moves that the new `date-moved` entries don't lead from the old day to the new one."""
    entries = new_entries(step, ChangeKind.DATE_MOVED)
    return [
        move
        for move in moves(step)
        if move.moved and not _leads(move, [entry.change for entry in entries if entry.change.what == move.what])
    ]


def untrue(step: ClientStep) -> list[NewEntry]:
    """New `date-moved` entries of dates that didn't move so: `from` and `to` say what the file doesn't.

    Where all would be true without one of them, it's that one.
    """
    by_what: dict[str, list[Move]] = {}
    for move in moves(step):
        by_what.setdefault(move.what, []).append(move)
    found = []
    entries = new_entries(step, ChangeKind.DATE_MOVED)
    for what in dict.fromkeys(entry.change.what or "" for entry in entries):
        of_date = [entry for entry in entries if (entry.change.what or "") == what]
        family, _, service = what.partition(".")
        dropped = family == SERVICE_STARTS and service not in step.head.services
        moved = by_what.get(what, [])
        if not dropped and not _balances(moved, of_date):
            found += _needless(moved, of_date) or of_date
    return found


def _needless(of_date: list[Move], entries: list[NewEntry]) -> list[NewEntry]:
    return [entry for entry in entries if _balances(of_date, [other for other in entries if other is not entry])]


def _leads(move: Move, entries: list[Change]) -> bool:
    reached = {move.before}
    while True:
        further = {entry.moved_to for entry in entries if entry.moved_from in reached} - reached
        if not further:
            return move.after in reached
        reached |= further


def _balances(of_date: list[Move], entries: list[NewEntry]) -> bool:
    """Whether the entries, taken in any order, begin at the old days and end at the new ones.

    Each entry leaves a day and arrives at one; a day is left as often as it's arrived at, but for the first and last.
    A date that had no day before may begin anywhere: it was set and moved in one change.
    """
    balance: Counter[date | None] = Counter()
    for entry in entries:
        balance[entry.change.moved_from] += 1
        balance[entry.change.moved_to] -= 1
    for move in of_date:
        if move.before is not None:
            balance[move.before] -= 1
            balance[move.after] += 1
    off = {day: count for day, count in balance.items() if count}
    if not off:
        return True
    new_days = {move.after for move in of_date if move.before is None}
    return sorted(off.values()) == [-1, 1] and any(off.get(day) == -1 for day in new_days)
