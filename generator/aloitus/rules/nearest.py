"""The known name that was probably meant."""

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import Protocol

from aloitus.findings import Finding, FindingKind, Message, Place, Term
from aloitus.model.firm import Person
from aloitus.model.text import Text
from aloitus.spelling import bare, one_swap_from

MOST_LISTED = 12
MOST_COMPARED = 4
LEAST_OF_A_NAME = 3
"""Fewer letters are in too many names to mean one of them."""

Titles = Mapping[str, Text]
"""What is called how, by id."""


class Titled(Protocol):
    @property
    def title(self) -> Text: ...


def titles(things: Mapping[str, Titled]) -> Titles:
    return {name: thing.title for name, thing in things.items()}


def names_of(people: Iterable[Person]) -> Titles:
    return {person.id: Text.plain(person.name) for person in people}


def nearest(name: str, known: Collection[str]) -> str | None:
    from difflib import get_close_matches

    word = _folded(name)
    swapped = one_swap_from(word, map(_folded, known))
    if swapped:
        return next(candidate for candidate in known if _folded(candidate) == swapped)
    pairs = _pairs(word)
    # Comparing letter by letter is slow: a file can name thousands of things that nobody knows.
    likely = sorted(known, key=lambda candidate: len(pairs ^ _pairs(_folded(candidate))))[:MOST_COMPARED]
    matches = get_close_matches(word, [_folded(candidate) for candidate in likely], n=1)
    return next((candidate for candidate in likely if matches and _folded(candidate) == matches[0]), None)


def titled(name: str, called: Titles) -> str | None:
    """The thing with just this title."""
    word = _folded(name)
    return next((thing for thing, title in called.items() if word in _words(title)), None)


def meant(name: str, known: Collection[str], called: Titles) -> str | None:
    """By its title, by an id spelt nearly so, or as the one thing with these words in its id or title."""
    return titled(name, called) or nearest(name, known) or _only_one_with(name, called)


def _only_one_with(name: str, called: Titles) -> str | None:
    part = f"-{_folded(name)}-"
    found = [thing for thing, title in called.items() if any(part in f"-{it}-" for it in (thing, *_words(title)))]
    return found[0] if len(found) == 1 and len(name) >= LEAST_OF_A_NAME else None


def _words(title: Text) -> tuple[str, ...]:
    return tuple(_folded(version) for _, version in title.versions)


@lru_cache(maxsize=4096)
def _folded(name: str) -> str:
    return bare(name).replace("_", "-").replace(" ", "-")


def _pairs(word: str) -> set[str]:
    """Its pairs of neighbouring letters, the first and the last letter among them."""
    return {first + second for first, second in zip(f" {word}", f"{word} ", strict=True)}


def unknown_name(
    kind: FindingKind,
    place: Place,
    name: str,
    known: Collection[str],
    *,
    where: str,
    called: Titles | None = None,
    what: Term | None = None,
    person: str | None = None,
) -> Finding:
    """About a `name` that isn't `known`, with the help to write the nearest one; `where` the known ones stand."""
    suggestion = meant(name, known, called or {})
    listed = known_names(known, where, called or {})
    return kind.at(
        place,
        help="rules.did-you-mean" if suggestion else listed.key,
        name=name,
        suggestion=suggestion,
        known=listed.values["known"],
        where=where,
        what=what,
        person=person,
    )


def unknown_titled(kind: FindingKind, place: Place, name: str, known: Mapping[str, Titled], *, where: str) -> Finding:
    """The same, about what people know by a title."""
    return unknown_name(kind, place, name, known, where=where, called=titles(known))


def known_names(known: Collection[str], where: str, called: Titles) -> Message:
    """The help that lists what is known, with titles where they tell more than ids; of many, where they are."""
    if not 0 < len(known) <= MOST_LISTED:
        return Message("rules.many-known-names", {"known": (), "where": where})
    telling = {thing: title for thing, title in called.items() if {*_words(title)} != {_folded(thing)}}
    return Message("rules.known-names", {"known": _listed(known, telling) if telling else tuple(known), "where": where})


def _listed(known: Collection[str], called: Titles) -> Text:
    languages = dict.fromkeys(language for title in called.values() for language, _ in title.versions)
    return Text.by_language(
        {
            language: ", ".join(f"{name} ({called[name].say(language)})" if name in called else name for name in known)
            for language in languages
        }
    )
