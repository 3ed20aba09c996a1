"""The known name that was probably meant."""

from collections.abc import Collection

from aloitus.findings import Finding, FindingKind, Place, Term

MOST_LISTED = 12


def nearest(name: str, known: Collection[str]) -> str | None:
    from difflib import get_close_matches

    folded = {candidate.casefold().replace("_", "-"): candidate for candidate in known}
    matches = get_close_matches(name.casefold().replace("_", "-"), folded, n=1)
    return folded[matches[0]] if matches else None


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
    listed = tuple(known)
    if meant:
        help_key = "rules.did-you-mean"
    else:
        help_key = "rules.known-names" if 0 < len(listed) <= MOST_LISTED else "rules.many-known-names"
    return kind.at(
        place, help=help_key, name=name, suggestion=meant, known=listed, where=where, what=what, person=person
    )
