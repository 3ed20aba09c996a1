"""Circles among things that name each other."""

from collections.abc import Iterator, Mapping, Sequence


def circles(names: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Each circle once, from its first member in the order of `names`; names that aren't keys lead nowhere."""
    done: set[str] = set()
    for start in names:
        # The way from `start` to where we are, and what is still to be looked at from each step of it.
        way = [start]
        ahead = [iter(names[start])]
        while ahead and start not in done:
            step = next(ahead[-1], None)
            if step is None:
                done.add(way.pop())
                ahead.pop()
            elif step in way:
                yield _from_first(way[way.index(step) :], names)
            elif step in names and step not in done:
                way.append(step)
                ahead.append(iter(names[step]))


def _from_first(circle: Sequence[str], names: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    order = list(names)
    at = min(range(len(circle)), key=lambda number: order.index(circle[number]))
    return (*circle[at:], *circle[:at])
