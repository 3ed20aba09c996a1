"""Circles among things that name each other."""

from collections.abc import Iterator, Mapping, Sequence


def circles(names: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Each circle once, from its first member in the order of `names`; names that aren't keys lead nowhere."""
    order = {name: number for number, name in enumerate(names)}
    done: set[str] = set()
    for start in names:
        # The way from `start` to where we are, and what is still to be looked at from each step of it.
        way = {} if start in done else {start: iter(names[start])}
        while way:
            here, ahead = next(reversed(way.items()))
            step = next(ahead, None)
            if step is None:
                done.add(here)
                del way[here]
            elif step in way:
                steps = list(way)
                yield _from_first(steps[steps.index(step) :], order)
            elif step in names and step not in done:
                way[step] = iter(names[step])


def _from_first(circle: Sequence[str], order: Mapping[str, int]) -> tuple[str, ...]:
    at = min(range(len(circle)), key=lambda number: order[circle[number]])
    return (*circle[at:], *circle[:at])
