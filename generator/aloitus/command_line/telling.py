"""What options tell of a new client."""

from collections.abc import Mapping
from typing import Any

from aloitus.editing.values import Value
from aloitus.errors import UserError
from aloitus.loading.suggestions import as_day
from aloitus.model.firm import Person
from aloitus.recording.names import find_person
from aloitus.scaffolding.from_form import contact
from aloitus.scaffolding.proposal import Proposal

MANAGER = "project-manager"


def told_in_flags(proposal: Proposal, flags: Mapping[str, Any], people: Mapping[str, Person]) -> Proposal:
    """`proposal` with what the options say, which goes before a file or a form."""
    dates = {**proposal.under("dates"), **dict(_dated(pair) for pair in flags["on"])}
    for key, option in (("agreement_signed", "signed"), ("service_start", "start")):
        if flags[option]:
            dates[key] = flags[option]
    team = {**proposal.under("team"), **dict(_staffed(pair, people) for pair in flags["team"])}
    if flags["project_manager"]:
        team[MANAGER] = find_person(people, flags["project_manager"])
    systems = {**proposal.under("systems"), **({"accounting": flags["accounting"]} if flags["accounting"] else {})}
    filled = proposal.filled(
        name=flags["name"],
        business_id=flags["business_id"],
        business_id_pending=flags["business_id_pending"],
        services=flags["service"],
        facts=flags["fact"],
        dates=_in_order(dates),
        team=team,
        contacts=[contact(line) for line in flags["contact"]],
        systems=systems,
        language=flags["language"],
        group=flags["group"],
        process=flags["process"],
        status="planned" if flags["planned"] else None,
    )
    return Proposal(filled.values, flags["id"] or filled.id, filled.unclear)


def _dated(pair: str) -> tuple[str, Value]:
    key, _, written = pair.partition("=")
    day = as_day(written)
    if not key or day is None:
        raise UserError("new.not-dated", value=pair)
    return key, day


def _staffed(pair: str, people: Mapping[str, Person]) -> tuple[str, Value]:
    role, equals, names = pair.partition("=")
    if not equals or not names:
        raise UserError("new.not-staffed", value=pair)
    found = tuple(find_person(people, name.strip()) for name in names.split(","))
    return role, found[0] if len(found) == 1 else found


def _in_order(dates: Mapping[str, Value]) -> dict[str, Value]:
    first = [key for key in ("agreement_signed", "service_start") if key in dates]
    return {key: dates[key] for key in (*first, *(key for key in dates if key not in first))}
