"""What options tell of a new client."""

from collections.abc import Mapping
from typing import Any

from aloitus.editing.values import Value
from aloitus.errors import UserError
from aloitus.loading.suggestions import as_day
from aloitus.model.firm import Person
from aloitus.model.process import Process
from aloitus.model.text import Text
from aloitus.recording.names import find_person
from aloitus.scaffolding.from_form import contact
from aloitus.scaffolding.proposal import Proposal, named

MANAGER = "project-manager"


def told_in_flags(
    proposal: Proposal, flags: Mapping[str, Any], process: Process, people: Mapping[str, Person]
) -> Proposal:
    """`proposal` with what the options say, which goes before a file or a form."""
    services = {service.id: service.title for service in process.services.values()}
    facts = {fact.id: fact.title for fact in process.facts.values()}
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
        services=_chosen(flags["service"], services),
        facts=_chosen(flags["fact"], facts),
        dates=_in_order(dates),
        team=team,
        contacts=[_contact(line) for line in flags["contact"]],
        systems=systems,
        language=flags["language"],
        group=flags["group"],
        process=flags["process"],
        status="planned" if flags["planned"] else None,
    )
    return Proposal(filled.values, flags["id"] or filled.id, filled.unclear)


def _chosen(told: tuple[str, ...], titles: Mapping[str, Text]) -> tuple[str, ...]:
    """Ids or titles, one an option or several with commas between; one that isn't known is left for `check` to name."""
    words = [word.strip() for line in told for word in ((line,) if named(line, titles) else line.split(","))]
    return tuple(dict.fromkeys(named(word, titles) or word for word in words if word))


def told_contact(line: str) -> Value | None:
    """A name, and an e-mail address if there is one; None where it can't be told from the name."""
    found = contact(line)
    return None if "@" in line and not (isinstance(found, Mapping) and "email" in found) else found


def _contact(line: str) -> Value:
    found = told_contact(line)
    if found is None:
        raise UserError("new.not-a-contact", value=line)
    return found


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
