"""What the reader took for no id, with the id that was meant: the reader knows how ids look, not which there are."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from aloitus.findings import Finding, Message, Place
from aloitus.rules.case import Case
from aloitus.rules.nearest import Titled, Titles, known_names, meant, names_of, titled, titles

BAD_ID = "VAL208"
SEVERAL = "val.bad-id-several-help"
PEOPLE_FILE = "templates/people.yaml"
MOST_NAMED = 50
"""In one file: whoever mends fifty checks again, and a hostile file stays cheap."""
_OF_PEOPLE = ("by", "approved_by", "assignee", "participants", "team")


class _Known(NamedTuple):
    called: Titles
    where: str


def with_meant_names(read: Iterable[Finding], case: Case) -> list[Finding]:
    """The reader's findings of the case's file; where an id was meant that there is, the help says which."""
    found = []
    named = 0
    for finding in read:
        is_id = finding.code == BAD_ID and named < MOST_NAMED
        named += is_id
        found.append(_with_meant_name(finding, case) if is_id else finding)
    return found


def _with_meant_name(finding: Finding, case: Case) -> Finding:
    known = _known_at(finding.place, case)
    written = str(finding.message.values["value"])
    if known is None or not known.called:
        return finding
    if finding.help and finding.help.key == SEVERAL:
        suggestion = titled(written, known.called)
        if suggestion is None:
            return finding
    else:
        suggestion = None if "," in written else meant(written, known.called, known.called)
    if suggestion is None:
        return replace(finding, help=known_names(known.called, known.where, known.called))
    step = finding.place.key[-1]
    line = f"{step}: {suggestion}" if isinstance(step, str) and not finding.place.on_key else suggestion
    return replace(finding, help=Message("rules.did-you-mean", {"suggestion": line}))


def _known_at(place: Place, case: Case) -> _Known | None:
    """What may be named in the place; None where any new id may stand."""
    process, key = case.process, place.key
    of_process: Mapping[tuple[str | int, ...], Mapping[str, Titled]] = {
        ("team",): process.roles,
        ("systems", "erp_tasks"): process.roles,
        ("tasks",): process.tasks,
        ("meetings",): process.meetings,
        ("dates",): process.dates,
        ("service_starts",): process.services,
        ("responsibilities",): process.responsibilities,
        ("services",): process.services,
        ("facts",): process.facts,
    }
    steps = tuple(step for step in key if isinstance(step, str))
    things = of_process.get(key[:-1] if place.on_key else steps)
    if key[:1] == ("extra_tasks",) and key[2:] == ("role",):
        things = process.roles
    if things is not None:
        return _Known(titles(things), case.process_file)
    if not place.on_key and {key[0], steps[-1]} & {*_OF_PEOPLE} and case.knows_people:
        return _Known(names_of(case.people.values()), PEOPLE_FILE)
    return None
