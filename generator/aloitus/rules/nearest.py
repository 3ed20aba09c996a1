"""The known name that was probably meant."""

from collections.abc import Collection

from aloitus.findings import Finding, FindingKind, Place, Term

MOST_LISTED = 12
MOST_COMPARED = 4


def nearest(name: str, known: Collection[str]) -> str | None:
    from difflib import get_close_matches

    word = _folded(name)
    pairs = _pairs(word)
    # Comparing letter by letter is slow: a file can name thousands of things that nobody knows.
    likely = sorted(known, key=lambda candidate: len(pairs ^ _pairs(_folded(candidate))))[:MOST_COMPARED]
    matches = get_close_matches(word, [_folded(candidate) for candidate in likely], n=1)
    return next((candidate for candidate in likely if matches and _folded(candidate) == matches[0]), None)


def _folded(name: str) -> str:
    return name.casefold().replace("_", "-")


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
    what: Term | None = None,
    person: str | None = None,
) -> Finding:
    """About a `name` that isn't `known`, with the help to write the nearest one; `where` the known ones stand."""
    meant = nearest(name, known)
    listed = tuple(known) if len(known) <= MOST_LISTED else ()
    known_key = "rules.known-names" if listed else "rules.many-known-names"
    help_key = "rules.did-you-mean" if meant else known_key
    return kind.at(
        place, help=help_key, name=name, suggestion=meant, known=listed, where=where, what=what, person=person
    )
