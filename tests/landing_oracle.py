"""Whether a change may land, worked out again by hand from the plain data before and after it.

What the gate lets through has to keep this law. Nothing of the product is used here: the law would otherwise hold the
product against itself. It asks for less than the gate does, never for more.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from closing_oracle import mark_of, why_not_closed, why_not_started
from firm_moves import Firm, all_items
from policy_moves import loosened

Approval = tuple[str, Any, str]
"""Where an approved exception stands, what it says, and its kind."""


class Landing(NamedTuple):
    """A change that landed: who opened it and who approved it on the forge, as far as that was told."""

    base: Firm
    head: Firm
    actor: str | None
    approvers: tuple[str, ...] | None
    today: date


def breaches(landing: Landing, approved: set[str]) -> Iterator[str]:
    """What is unlawful. `approved`: marks of the exceptions that were soundly approved, in this change or before."""
    base, head = landing.base, landing.head
    yield from (f"{name} vanished" for name in base.clients.keys() - head.clients.keys())
    for name, after in head.clients.items():
        before = base.clients.get(name)
        if after == before:
            continue  # judged when it came, and again when it changes
        yield from (f"{key} {entry}: not soundly approved" for key, entry in unsound(landing, before, after))
        if before is not None:
            yield from lost_evidence(before, after)
            yield from wrong_step(before, after)
            yield from silent_scope(landing, before, after)
            yield from silent_moves(landing, before, after)
        elif any(kind == "imported" for _, _, kind in approvals(after)):
            continue  # brought in from before the repository, approved
        else:
            yield from begun_wrongly(after, landing.today)
        yield from why_not_started(before, after, base.process, approved, landing.today)
        if after["status"] == "closed" and (before is None or before["status"] != "closed"):
            yield from closed_wrongly(landing, name, before, after)
            yield from why_not_closed(after, base.process, before and before["team"], approved, landing.today)
    if loosened(base, head):
        able = {name for name, one in base.people.items() if may_approve(one, "policy", base, landing.today)}
        if landing.actor is None or not (able - {landing.actor}) & set(landing.approvers or ()):
            yield "the policy was loosened and nobody approved it"


def new_approvals(before: Any, after: Any) -> Iterator[Approval]:
    known = Counter(mark_of(before["name"], key, entry) for key, entry, _ in approvals(before)) if before else Counter()
    for found in approvals(after):
        mark = mark_of(after["name"], *found[:2])
        if known[mark]:
            known[mark] -= 1
        else:
            yield found


def unsound(landing: Landing, before: Any, after: Any) -> Iterator[tuple[str, Any]]:
    for key, entry, kind in new_approvals(before, after):
        if not is_sound(landing, entry, kind):
            yield key, entry


STEPS = {
    "planned": ("active", "cancelled"),
    "active": ("closed", "cancelled"),
    "closed": ("active",),
    "cancelled": ("active",),
}


def wrong_step(before: Any, after: Any) -> Iterator[str]:
    """A status that can't follow, or one whose decision nobody wrote down, or dated before what it undoes."""
    if before["status"] == after["status"]:
        return
    if after["status"] not in STEPS[before["status"]]:
        yield f"{before['status']} became {after['status']}"
    if before["status"] == "active" and after["status"] == "cancelled":
        seen = after.get("invoicing", {}).get("uninvoiced") or {}
        if seen.get("rows") != 0 or "checked" not in seen:
            yield "cancelled with work that may not be invoiced"
    kind = "reopened" if before["status"] in ("closed", "cancelled") else after["status"]
    new = [change for change in added_changes(before, after) if change["kind"] == kind]
    if kind in ("reopened", "cancelled") and not new:
        yield f"{kind} without an entry"
    closed = (before.get("closure") or {}).get("date", date.min)  # what was brought in closed may not know the day
    if before["status"] == "closed" and any(change["date"] < closed for change in new):
        yield "reopened before it was closed"


def begun_wrongly(after: Any, today: date) -> Iterator[str]:
    if after["status"] not in ("planned", "active"):
        yield f"begun as {after['status']}"
    if after["status"] == "active" and after["dates"]["service_start"] < today:
        yield "begun after its start"


def closed_wrongly(landing: Landing, name: str, before: Any, after: Any) -> Iterator[str]:
    if before is None or before["status"] != "active":
        yield "closed without having been active"
        return
    if after["closure"]["by"] in {entry["approved_by"] for _, entry, _ in approvals(after)}:
        yield "closed by an approver"
    if any(after.get(part) != before.get(part) for part in ("services", "facts")):
        yield "closed with other services or facts"
    if any(after["dates"].get(key) != day for key, day in before["dates"].items()):
        yield "closed with other dates"
    items = all_items(landing.head)
    others = {item.get("invoice") for client, item in items if client != name}
    if any(item["invoice"] in others for client, item in items if client == name and "invoice" in item):
        yield "closed with another client's invoice"


def approvals(client: Any) -> Iterator[Approval]:
    for name, entry in (client.get("tasks") or {}).items():
        if entry.get("status") == "not-applicable" and "approved_by" in entry:
            yield f"tasks.{name}", entry, "waiver"
    for name, item in ((client.get("invoicing") or {}).get("items") or {}).items():
        if item.get("status") == "written-off" and "approved_by" in item:
            yield f"invoicing.items.{name}", item, "write-off"
    for change in client.get("changes") or ():
        if "approved_by" in change and change["kind"] not in ("service-added", "fact-added", "date-moved"):
            yield "changes", change, change["kind"]


def may_approve(person: Any, kind: str, firm: Firm, today: date) -> bool:
    gone = person.get("left") is not None and person["left"] < today
    return not gone and bool(set(person["roles"]) & set(firm.process["approvals"].get(kind, ())))


def is_sound(landing: Landing, entry: Any, kind: str) -> bool:
    approver = entry.get("approved_by")
    person = landing.base.people.get(approver)
    confirmed = landing.approvers is None or approver in landing.approvers
    own = landing.actor is None or approver in (landing.actor, entry.get("by"))
    return person is not None and may_approve(person, kind, landing.base, landing.today) and confirmed and not own


def added_changes(before: Any, after: Any) -> list[Any]:
    """A decision taken again in the same words is another one."""
    known, added = list(before.get("changes") or ()), []
    for change in after.get("changes") or ():
        if change in known:
            known.remove(change)
        else:
            added.append(change)
    return added


def silent_scope(landing: Landing, before: Any, after: Any) -> Iterator[str]:
    """Services and facts of an active client that came or went without an entry, or went without an approval."""
    added = added_changes(before, after)
    yield from (f"an entry of {one['kind']}" for one in added if one["kind"] in ("imported", "purged"))
    if before["status"] != "active":
        return
    for part, word in (("services", "service"), ("facts", "fact")):
        was, now = set(before.get(part) or ()), set(after.get(part) or ())
        told = {(one["kind"], one.get("what")) for one in added}
        sound = {(one["kind"], one.get("what")) for one in added if is_sound(landing, one, one["kind"])}
        yield from (f"{name} came silently" for name in now - was if (f"{word}-added", name) not in told)
        yield from (f"{name} went silently" for name in was - now if (f"{word}-removed", name) not in sound)


def silent_moves(landing: Landing, before: Any, after: Any) -> Iterator[str]:
    """Dates of an active client that moved without an entry, or without the approval that the move takes."""
    if before["status"] != "active":
        return
    added = added_changes(before, after)
    for key, day in before["dates"].items():
        new = after["dates"].get(key)
        entries = [change for change in added if change["kind"] == "date-moved" and change["what"] == key]
        delicate = new and (key == "agreement_signed" or new < day or new < landing.today)
        if new != day and (new is None or not entries):
            yield f"{key} moved silently"
        elif new != day and delicate and not any(is_sound(landing, entry, "date-moved") for entry in entries):
            yield f"{key} moved without an approval"


def lost_evidence(before: Any, after: Any) -> Iterator[str]:
    if before["process"] != after["process"]:
        yield "another process"
    if before["status"] in ("closed", "cancelled"):
        free = {"name", "contacts", "notes"} if after["status"] == before["status"] else {"status", "notes", "changes"}
        # a list without entries says what no list says
        yield from (key for key in {*before, *after} - free if (before.get(key) or None) != (after.get(key) or None))
    yield from (str(change) for change in before.get("changes") or () if change not in (after.get("changes") or ()))
    was, now = evidence(before), evidence(after)
    for key, status in was.items():
        gone = key not in now
        unsaid = not gone and key[0] != "extra task" and now[key] in ("open", "planned")
        if status not in ("open", "planned") and (gone or unsaid):
            yield " ".join(key)


def evidence(client: Any) -> dict[tuple[str, str], str]:
    """The status of each extra task, meeting and invoicing item."""
    parts = {
        "extra task": client.get("extra_tasks"),
        "meeting": client.get("meetings"),
        "item": (client.get("invoicing") or {}).get("items"),
    }
    return {(kind, name): it.get("status", "open") for kind, part in parts.items() for name, it in (part or {}).items()}
