"""What people do to a small firm's client files, honestly and otherwise: a move edits the plain data of a firm."""

from collections.abc import Callable
from copy import deepcopy
from datetime import date, timedelta
from typing import Any, NamedTuple

from hypothesis import strategies as st

Data = dict[str, Any]
FINAL = ("done", "not-applicable")
PEOPLE = ("liisa-laine", "pekka-sijainen", "matti-makinen", "eeva-esihenkilo", "eero-esihenkilo", "olli-lahtenyt")


class Firm(NamedTuple):
    """`clients` by id; the process; the people."""

    clients: Data
    process: Data
    people: Data


class Hand(NamedTuple):
    """Whose move it is: what it may choose, on which client, on which day."""

    draw: Callable[[st.SearchStrategy[Any]], Any]
    client: str
    today: date

    def pick(self, *choices: Any) -> Any:
        return self.draw(st.sampled_from(choices))

    def day(self) -> date:
        """Mostly a day that has been, now and then one to come."""
        return self.today - timedelta(days=self.pick(0, 0, 1, 3, 10, 40, -2))


Move = Callable[[Firm, Hand], None]


def sign_off(hand: Hand) -> Data:
    return {"status": "done", "date": hand.today, "by": hand.pick("matti-makinen", "tiina-tuki")}


def waiver(hand: Hand) -> Data:
    return {
        "status": "not-applicable",
        "reason": hand.pick(*["Asiakas hoitaa tämän itse"] * 5, "-"),
        "by": hand.pick(*["liisa-laine"] * 4, "eeva-esihenkilo"),
        "approved_by": hand.pick(*["eeva-esihenkilo"] * 12, *PEOPLE),
    }


def entry_of(kind: str, hand: Hand, **more: Any) -> Data:
    return {
        "kind": kind, **more, "date": hand.today, "by": "liisa-laine",
        "reason": "Sovittiin asiakkaan kanssa", "approved_by": hand.pick(*["eeva-esihenkilo"] * 12, *PEOPLE),
    }  # fmt: skip


def do_a_task(firm: Firm, hand: Hand) -> None:
    tasks = firm.clients[hand.client].setdefault("tasks", {})
    tasks[hand.pick(*open_tasks(firm))] = hand.pick(
        sign_off(hand), {"status": "open"}, {"status": "Done"}, waiver(hand)
    )


def waive(firm: Firm, hand: Hand) -> None:
    firm.clients[hand.client].setdefault("tasks", {})[hand.pick(*open_tasks(firm))] = waiver(hand)


def unlist_a_task(firm: Firm, hand: Hand) -> None:
    tasks = firm.clients[hand.client].get("tasks") or {"": {}}
    tasks.pop(hand.pick(*tasks), None)


def finish(firm: Firm, hand: Hand) -> None:
    """All that closing asks for, but the closing."""
    client = firm.clients[hand.client]
    client["tasks"] = {
        name: known if (known := client.get("tasks", {}).get(name, {})).get("status") in FINAL else sign_off(hand)
        for name in open_tasks(firm)
    }
    for task in client.get("extra_tasks", {}).values():
        if task["status"] != "cancelled":
            task.update(sign_off(hand))
    start = client["dates"].setdefault("service_started", client["dates"]["service_start"])
    review = client.setdefault("meetings", {}).setdefault("quick-review", {})
    review.setdefault("date", start + timedelta(days=126))
    review |= {"status": "held", "participants": ["liisa-laine", "matti-makinen"], "decisions": ["Hyvin meni"]}
    items = client.setdefault("invoicing", {}).setdefault("items", {})
    items.setdefault("project", {"work": "Projekti", "status": "open"})
    for item in items.values():
        if item["status"] == "open":
            item.update(status="invoiced", invoice=f"9{sorted(firm.clients).index(hand.client)}00", date=hand.today)
    client["invoicing"]["uninvoiced"] = {"rows": 0, "checked": hand.today, "by": "liisa-laine"}


def close(firm: Firm, hand: Hand) -> None:
    by = hand.pick("liisa-laine", "liisa-laine", "liisa-laine", "matti-makinen", "eeva-esihenkilo")
    firm.clients[hand.client] |= {
        "status": "closed",
        "closure": {"date": hand.today, "by": by, "erp_closed": hand.pick(hand.today, hand.today, hand.day())},
    }


def spoil(firm: Firm, hand: Hand) -> None:
    """One thing that closing asks for is missing or untrue."""
    client = firm.clients[hand.client]
    tasks = client.setdefault("tasks", {})
    review = client.setdefault("meetings", {}).setdefault("quick-review", {"status": "planned"})
    invoicing = client.setdefault("invoicing", {})
    hand.pick(
        lambda: tasks.pop(hand.pick(*open_tasks(firm)), None),
        lambda: tasks.update({hand.pick(*open_tasks(firm)): {"status": "in-progress"}}),
        lambda: tasks.update({hand.pick(*open_tasks(firm)): waiver(hand)}),
        lambda: tasks.update({hand.pick(*open_tasks(firm)): {"status": "done", "date": hand.today}}),
        lambda: review.update(status="planned"),
        lambda: review.update(date=hand.today - timedelta(days=hand.pick(0, 30, 60, 90, 120, 150, 200))),
        lambda: review.update(participants=["liisa-laine", "liisa-laine"]),
        lambda: review.update(decisions=["-"], minutes="."),
        lambda: invoicing.update(items={}),
        lambda: invoicing.setdefault("items", {}).update(more={"work": "Lisätyö", "status": "open"}),
        lambda: invoicing.setdefault("items", {}).update(
            more={"work": "Lisätyö", "status": "invoiced", "invoice": "TBD"}
        ),
        lambda: invoicing.setdefault("items", {}).update(
            more={
                "work": "Lisätyö",
                "status": "written-off",
                **{k: v for k, v in waiver(hand).items() if k != "status"},
            }
        ),
        lambda: invoicing.update(uninvoiced={"rows": 1, "checked": hand.today, "by": "liisa-laine"}),
        lambda: invoicing.update(uninvoiced={"rows": 0, "checked": hand.day(), "by": "liisa-laine"}),
        lambda: client["dates"].pop("service_started", None),
        lambda: client.update(services=hand.pick(["bookkeeping"], ["payroll"], ["bookkeeping", "payroll"])),
        lambda: client["dates"].update(service_start=client["dates"]["service_start"] - timedelta(days=60)),
        lambda: client["dates"].update(agreement_signed=client["dates"]["agreement_signed"] - timedelta(days=400)),
        lambda: client.pop("closure", None),
        lambda: invoicing.setdefault("items", {}).update(more=anothers(firm, hand)),
    )()


def anothers(firm: Firm, hand: Hand) -> Data:
    """Work with an invoice that another client has."""
    items = [it for name, it in all_items(firm) if name != hand.client and "invoice" in it]
    number = hand.pick(*(it["invoice"] for it in items)) if items else "777"
    return {"work": "Lisätyö", "status": "invoiced", "invoice": number, "date": hand.today}


def add_work(firm: Firm, hand: Hand) -> None:
    status = hand.pick("open", "in-progress")
    own = firm.clients[hand.client].setdefault("extra_tasks", {})
    own.setdefault(hand.pick("scan", "call"), {"title": "Lisätehtävä", "role": "accountant", "status": status})


def drop_work(firm: Firm, hand: Hand) -> None:
    client = firm.clients[hand.client]
    hand.pick(
        lambda: client.get("extra_tasks", {}).clear(),
        lambda: client.get("invoicing", {}).pop("items", None),
        lambda: client.get("meetings", {}).clear(),
        lambda: client.get("changes", []).clear(),
        lambda: [task.update(status="open") for task in client.get("extra_tasks", {}).values()],
        lambda: [item.update(status="open") for item in client.get("invoicing", {}).get("items", {}).values()],
    )()


def move_a_date(firm: Firm, hand: Hand) -> None:
    client = firm.clients[hand.client]
    key = hand.pick("service_start", "agreement_signed", "service_started")
    old = client["dates"].get(key)
    new = hand.today - timedelta(days=hand.pick(30, 100, 200, -30))
    client["dates"][key] = new
    if hand.pick(True, True, True, False):
        changes = client.setdefault("changes", [])
        said = hand.pick(*[old or new] * 4, new)
        changes.append(entry_of("date-moved", hand, what=key, **{"from": said, "to": new}))


def change_services(firm: Firm, hand: Hand) -> None:
    client = firm.clients[hand.client]
    going = "payroll" in client["services"]
    client["services"] = ["bookkeeping"] if going else ["bookkeeping", "payroll"]
    if hand.pick(True, True, False):
        kind = "service-removed" if going else "service-added"
        client.setdefault("changes", []).append(entry_of(kind, hand, what="payroll"))


def excuse_late_review(firm: Firm, hand: Hand) -> None:
    changes = firm.clients[hand.client].setdefault("changes", [])
    changes.append(entry_of("late-review", hand, what="quick-review"))


def start(firm: Firm, hand: Hand) -> None:
    """Where production runs already, it's a correction that nobody explains."""
    dates = firm.clients[hand.client]["dates"]
    if "service_started" not in dates or hand.pick(True, False):
        dates["service_started"] = hand.day()


def start_apart(firm: Firm, hand: Hand) -> None:
    """The payroll gets a start of its own, or loses it."""
    client = firm.clients[hand.client]
    agreed = client["dates"]["service_start"]
    own = hand.pick(None, {}, {"agreed": agreed}, {"agreed": agreed, "started": hand.day()}, {"started": hand.day()})
    client.pop("service_starts", None)
    if own is not None:
        client["service_starts"] = {"payroll": own}


def reopen(firm: Firm, hand: Hand) -> None:
    client = firm.clients[hand.client]
    client["status"] = "active"
    if hand.pick(True, True, False):
        entry = entry_of("reopened", hand) | {"date": hand.pick(hand.today, hand.today, hand.day())}
        client.setdefault("changes", []).append(entry)


def purge(firm: Firm, hand: Hand) -> None:
    """All these records are too young for it."""
    client = firm.clients[hand.client]
    entry = entry_of("purged", hand)
    kept = hand.pick(("name", "process", "status", "services", "dates", "team"), tuple(client))
    bare = {key: client[key] for key in kept}
    firm.clients[hand.client] = bare | {"changes": [*bare.get("changes", ()), entry]}


def join(firm: Firm, hand: Hand) -> None:
    """A new client: planned, under way, brought in, or as it should not come."""
    name = f"uusi-{len(firm.clients)}"
    like = deepcopy(firm.clients[hand.client])
    like |= {"name": name, "status": hand.pick("planned", "active", "closed"), "changes": []}
    like.pop("business_id", None)
    like["business_id_pending"] = "Perusteilla"
    for item in like.get("invoicing", {}).get("items", {}).values():
        item.update(status="open")
        item.pop("invoice", None)
    if hand.pick(True, False):
        like["changes"].append(entry_of("imported", hand))
    firm.clients[name] = like


def bring_in(firm: Firm, hand: Hand) -> None:
    """The entry that exempts a new file, in one that isn't new."""
    firm.clients[hand.client].setdefault("changes", []).append(entry_of("imported", hand))


def cancel(firm: Firm, hand: Hand) -> None:
    client = firm.clients[hand.client]
    client["status"] = "cancelled"
    if hand.pick(True, False):
        client.setdefault("changes", []).append(entry_of("cancelled", hand))
        client.setdefault("invoicing", {})["uninvoiced"] = {"rows": 0, "checked": hand.today, "by": "liisa-laine"}


def edit_harmlessly(firm: Firm, hand: Hand) -> None:
    firm.clients[hand.client]["notes"] = hand.pick("Soitettu", "status: closed", "Käyty läpi")


def remove_or_swap(firm: Firm, hand: Hand) -> None:
    client = firm.clients[hand.client]
    hand.pick(
        lambda: firm.clients.pop(hand.client),
        lambda: firm.clients.update({f"{hand.client}-uusi": {**client, "status": "closed"}}),
        lambda: client.update(process="light-onboarding"),
        lambda: client.update(status="planned"),
    )()


def restaff(firm: Firm, hand: Hand) -> None:
    firm.clients[hand.client]["team"] = {
        "project-manager": hand.pick("liisa-laine", "matti-makinen", "eeva-esihenkilo")
    }


def all_items(firm: Firm) -> list[tuple[str, Data]]:
    """Each piece of work to invoice, by its client."""
    parts = ((name, client.get("invoicing", {}).get("items") or {}) for name, client in firm.clients.items())
    return [(name, item) for name, items in parts for item in items.values()]


def open_tasks(firm: Firm) -> list[str]:
    return [name for name, task in firm.process["tasks"].items() if "fulfilled_by" not in task]


CLIENT_MOVES: tuple[Move, ...] = (
    finish, close, do_a_task, waive, edit_harmlessly, add_work, excuse_late_review, spoil, spoil, unlist_a_task,
    drop_work, move_a_date, change_services, start, start_apart, reopen, cancel, purge, remove_or_swap, restaff, join,
    bring_in,
)  # fmt: skip
