"""The recorded state of every task that applies to a client."""

from collections.abc import Sequence

from aloitus.model.client import Client
from aloitus.model.process import FulfilledBy, Record
from aloitus.plan.profile import Profile
from aloitus.plan.recorded import OPEN, Recorded, from_entry
from aloitus.plan.records import from_closure, from_items, from_meeting, from_uninvoiced


def recorded_states(client: Client, profile: Profile) -> list[Recorded]:
    """By the tasks' positions in the profile. A task that isn't listed is open."""
    entries = client.tasks
    states = []
    for task in profile.tasks:
        source = task.rule.fulfilled_by
        if source is None:
            entry = entries.get(task.rule.id)
            states.append(OPEN if entry is None else from_entry(entry, task.rule))
        else:
            states.append(_from_record(client, source))
    for at in profile.last:
        source = profile.tasks[at].rule.fulfilled_by
        if source and source.record is Record.UNINVOICED and client.uninvoiced:
            states[at] = from_uninvoiced(client, all_others(client, profile, states))
    return states


def _from_record(client: Client, source: FulfilledBy) -> Recorded:
    if source.record is Record.MEETING:
        return from_meeting(client, source.meeting or "")
    if source.record is Record.INVOICING_ITEMS:
        return from_items(tuple(client.invoicing.values()))
    if source.record is Record.ERP_CLOSED:
        return from_closure(client)
    return OPEN  # what the ERP's list of uninvoiced work said is judged when all others are known


def all_others(client: Client, profile: Profile, states: Sequence[Recorded]) -> list[Recorded]:
    """Every task, extra task and action, but for those whose records speak of all the others."""
    others = [state for at, state in enumerate(states) if at not in profile.last]
    others += [from_entry(extra.entry, None) for extra in client.extra_tasks.values()]
    for meeting in client.meetings.values():
        others += [from_entry(action.entry, None) for action in meeting.actions.values()]
    return others
