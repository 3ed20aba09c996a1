"""What people do to a small firm's process and people, honestly and otherwise, and whether that asks for less."""

from datetime import date, timedelta
from typing import Any

from firm_moves import CLIENT_MOVES, PEOPLE, Firm, Hand, Move, open_tasks


def change_the_process(firm: Firm, hand: Hand) -> None:
    process = firm.process
    task = process["tasks"][hand.pick(*open_tasks(firm))]
    hand.pick(
        lambda: task.update(waivable=hand.pick(True, False)),
        lambda: task.update(until=hand.today - timedelta(days=hand.pick(400, 0))),
        lambda: task.update({"from": hand.today - timedelta(days=hand.pick(400, 0))}),
        lambda: task.update(when={"facts": ["vat-liable"]}),
        lambda: task.pop("when", None),
        lambda: task.update(title="Toinen otsikko"),
        lambda: task.update(fulfilled_by="meetings.internal-kickoff"),
        lambda: task.update(gate="start"),
        lambda: task.pop("gate", None),
        lambda: process["tasks"].pop(hand.pick(*open_tasks(firm))),
        lambda: process["tasks"].update(new_task(hand)),
        lambda: process["gates"]["closure"].update(criteria=["all-tasks-final", "work-invoiced", "closed-in-erp"]),
        lambda: process["meetings"]["quick-review"].update(
            window={
                "earliest": "service_start + 1 months",
                "latest": hand.pick("service_start + 5 months", "service_start + 9 months"),
            }
        ),
        lambda: process["approvals"].update(waiver=hand.pick(["supervisor"], ["supervisor", "accountant"])),
    )()


def new_task(hand: Hand) -> dict[str, Any]:
    """With the day from which it applies, or without."""
    task = {"title": "Uusi tehtävä", "phase": "start", "role": "accountant", "due": "service_start"}
    since = hand.pick({}, {"from": hand.today}, {"from": hand.today - timedelta(days=400)})
    return {"new-task": task | since | hand.pick({}, {"running": True} if since else {})}


def change_the_people(firm: Firm, hand: Hand) -> None:
    person = firm.people[hand.pick(*PEOPLE)]
    hand.pick(
        lambda: person.update(roles=[*person["roles"], "supervisor"]),
        lambda: person.update(left=hand.today - timedelta(days=1)),
        lambda: person.pop("left", None),
        lambda: person.update(handle="toinen-tili"),
    )()


MOVES: tuple[Move, ...] = (*CLIENT_MOVES, change_the_process, change_the_people)


def loosened(base: Firm, head: Firm) -> bool:
    """Whether the policy asks for less than before, in one of the ways in which the moves change it."""
    before, after = base.process, head.process
    tasks = any(
        name not in after["tasks"] or is_looser(task, after["tasks"][name]) for name, task in before["tasks"].items()
    )
    criteria = len(after["gates"]["closure"]["criteria"]) < len(before["gates"]["closure"]["criteria"])
    window = widths(after) != widths(before) and not narrower(widths(after), widths(before))
    approvers = set(after["approvals"]["waiver"]) > set(before["approvals"]["waiver"])
    approving = {role for roles in after["approvals"].values() for role in roles}
    rights = any(
        set(person["roles"]) & approving > set(base.people[name]["roles"]) & approving
        for name, person in head.people.items()
    )
    back = any(
        (person.get("left") or date.max) > (base.people[name].get("left") or date.max)
        for name, person in head.people.items()
        if set(person["roles"]) & approving
    )
    return tasks or criteria or window or approvers or rights or back or reach(head) < reach(base)


def reach(firm: Firm) -> date:
    """Until when the forge knows somebody who may approve the policy."""
    policy = set(firm.process["approvals"]["policy"])
    known = [person for person in firm.people.values() if person.get("handle") and policy & set(person["roles"])]
    return max((person.get("left") or date.max for person in known), default=date.min)


def is_looser(before: Any, after: Any) -> bool:
    waivable = after.get("waivable", True) and not before.get("waivable", True)
    dated = (after.get("until") or date.max) < (before.get("until") or date.max)
    later = (after.get("from") or date.min) > (before.get("from") or date.min)
    facts = set((after.get("when") or {}).get("facts", ())) - set((before.get("when") or {}).get("facts", ()))
    elsewhere = after.get("fulfilled_by") != before.get("fulfilled_by")
    ungated = "gate" in before and "gate" not in after
    return bool(waivable or dated or later or facts or elsewhere or ungated)


def widths(process: Any) -> tuple[int, int]:
    window = process["meetings"]["quick-review"]["window"]
    return int(window["earliest"].split()[2]), int(window["latest"].split()[2])


def narrower(after: tuple[int, int], before: tuple[int, int]) -> bool:
    return after[0] >= before[0] and after[1] <= before[1]
