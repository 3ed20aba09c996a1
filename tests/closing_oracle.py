"""Whether a client may be closed, worked out again by hand from the files' plain data.

Nothing of the product's planning or rules is used here: the law would otherwise hold the product against itself.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

Data = Mapping[str, Any]


def add_months(day: date, count: int) -> date:
    total = day.year * 12 + day.month - 1 + count
    year, month = divmod(total, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def why_not_closed(client: Data, process: Data, team: Any, approved: set[str], today: date) -> Iterator[str]:
    """What of the criteria isn't met.

    `team`: as it was before the closing. `approved`: exceptions whose approval was sound when it came in (`mark_of`).
    """
    yield from _tasks(client, process, approved, today)
    dates = client.get("dates") or {}
    if not _is_day(dates.get("service_started")):
        yield "production never started"
    for service, start in (client.get("service_starts") or {}).items():
        if service in client["services"] and not _is_day(start.get("started")):
            yield f"{service} never started"
    yield from _review(client, process, approved)
    yield from _invoicing(client, process, approved, today)
    yield from _closure(client, (team or {}).get("project-manager"), today)


def why_not_started(before: Data | None, after: Data, process: Data, approved: set[str], today: date) -> Iterator[str]:
    """The unfinished tasks of the start gates that were passed by going from `before` to `after`."""
    begun = before if before is not None and before["status"] != "planned" else None
    now, was = _passed(after), _passed(begun) if begun is not None else {}
    for name, task in process["tasks"].items():
        services = (task.get("when") or {}).get("services") or ()
        key = "".join(services[:1]) if len(services) == 1 else ""
        sold_now = begun is not None and key and key not in begun["services"] and now[""] == was[""]
        if task.get("gate") != "start" or not _applies(task, after, today) or sold_now:
            continue
        if now.get(key) and now[key] != was.get(key) and not _is_final(name, task, after, approved):
            yield f"{name} isn't final"


def _passed(client: Data) -> dict[str, Any]:
    """When production began: of the client under "", and of each service."""
    together, own = client["dates"].get("service_started"), client.get("service_starts") or {}
    return {"": together} | {one: own[one].get("started") if one in own else together for one in client["services"]}


def mark_of(client: str, key: str, entry: Any) -> str:
    return f"{client} {key} {sorted(entry.items(), key=str)}"


def _tasks(client: Data, process: Data, approved: set[str], today: date) -> Iterator[str]:
    entries = client.get("tasks") or {}
    for name, task in process["tasks"].items():
        if "fulfilled_by" in task or not _applies(task, client, today):
            continue
        if not _is_final(name, task, client, approved):
            yield f"{name} isn't final"
        entry = entries.get(name) or {}
        if entry.get("status") == "done" and entry["date"] > today:
            yield f"{name} is done in the future"
    own = dict(client.get("extra_tasks") or {})
    for meeting in (client.get("meetings") or {}).values():
        own |= meeting.get("actions") or {}
    for name, entry in own.items():
        if entry.get("status") not in ("done", "cancelled") or not _is_day(entry.get("date")) or not entry.get("by"):
            yield f"{name} isn't final"


def _is_final(name: str, task: Data, client: Data, approved: set[str]) -> bool:
    entry = (client.get("tasks") or {}).get(name) or {}
    if entry.get("status") == "done":
        return _is_day(entry.get("date")) and bool(entry.get("by"))
    marked = mark_of(client["name"], f"tasks.{name}", entry)
    return entry.get("status") == "not-applicable" and task.get("waivable", True) and marked in approved


def _applies(task: Data, client: Data, today: date) -> bool:
    when = task.get("when") or {}
    services, facts = when.get("services") or (), when.get("facts") or ()
    if services and not set(services) & set(client["services"]):
        return False
    if not set(facts) <= set(client.get("facts") or ()):
        return False
    signed = client["dates"].get("agreement_signed", today)
    begins, ends = task.get("from"), task.get("until")
    if begins and signed < begins and not (task.get("running") and today >= begins):
        return False
    return not (ends and (signed >= ends or (task.get("running") and today >= ends)))


def _review(client: Data, process: Data, approved: set[str]) -> Iterator[str]:
    review = (client.get("meetings") or {}).get("quick-review") or {}
    held = review.get("date")
    if review.get("status") != "held" or not isinstance(held, date):
        yield "the review wasn't held"
        return
    if len(set(review.get("participants") or ())) < 2:
        yield "the review had fewer than two participants"
    if not any(str(text).strip(" .-") for text in (review.get("minutes") or "", *(review.get("decisions") or ()))):
        yield "the review left nothing"
    starts = (client["dates"].get(key) for key in ("service_start", "service_started"))
    start = max(day for day in starts if isinstance(day, date))
    window = process["meetings"]["quick-review"]["window"]
    earliest, latest = (add_months(start, _months(window[end])) for end in ("earliest", "latest"))
    if held < earliest:
        yield "the review was held too early"
    late = [
        change
        for change in client.get("changes") or ()
        if change["kind"] == "late-review" and mark_of(client["name"], "changes", change) in approved
    ]
    if held > latest and not late:
        yield "the review was held too late"


def _months(rule: str) -> int:
    """`service_start + 3 months`."""
    return int(rule.split("+")[1].split(maxsplit=1)[0])


def _invoicing(client: Data, process: Data, approved: set[str], today: date) -> Iterator[str]:
    invoicing = client.get("invoicing") or {}
    items = invoicing.get("items") or {}
    if not items:
        yield "nothing was invoiced"
    for name, item in items.items():
        invoiced = (
            item.get("status") == "invoiced" and str(item.get("invoice", "")).isdigit() and _is_day(item.get("date"))
        )
        written_off = (
            item.get("status") == "written-off" and mark_of(client["name"], f"invoicing.items.{name}", item) in approved
        )
        if not (invoiced or written_off):
            yield f"{name} isn't invoiced"
    seen = invoicing.get("uninvoiced") or {}
    if seen.get("rows") != 0 or not _is_day(seen.get("checked")):
        yield "the list of uninvoiced work wasn't seen empty"
        return
    if any(day > seen["checked"] for day in _days_of_work(client, process, today)):
        yield "the list was seen before the work was done"


def _days_of_work(client: Data, process: Data, today: date) -> Iterator[date]:
    for name, entry in (client.get("tasks") or {}).items():
        task = process["tasks"].get(name)
        if task and entry.get("status") == "done" and _is_day(entry.get("date")) and _applies(task, client, today):
            yield entry["date"]
    for entry in (client.get("extra_tasks") or {}).values():
        if _is_day(entry.get("date")):
            yield entry["date"]
    for meeting in (client.get("meetings") or {}).values():
        yield from (entry["date"] for entry in (meeting.get("actions") or {}).values() if _is_day(entry.get("date")))


def _closure(client: Data, managers: Any, today: date) -> Iterator[str]:
    closure = client.get("closure") or {}
    named = [managers] if isinstance(managers, str) else list(managers or ())
    if closure.get("by") not in named:
        yield "it wasn't closed by its project manager"
    days = [day for key in ("date", "erp_closed") if isinstance(day := closure.get(key), date)]
    if len(days) < len(("date", "erp_closed")):
        yield "the closing has no days"
        return
    if max(days) > today:
        yield "it was closed in the future"
    seen = (client["invoicing"].get("uninvoiced") or {}).get("checked")
    reopened = [change["date"] for change in client.get("changes") or () if change["kind"] == "reopened"]
    if any(day < before for day in days for before in (*([seen] if seen else ()), *reopened)):
        yield "it was closed before what it rests on"


def _is_day(value: Any) -> bool:
    return isinstance(value, date)
