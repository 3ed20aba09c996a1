"""A task is recorded under `tasks`, though its state comes from another record.

Some tasks are fulfilled by a record elsewhere in the file (`fulfilled_by` in the process): a meeting held, all work
invoiced, the service closed in the ERP. Their state and day come from there, so that nothing is entered twice and the
two can't disagree.

To mend it, remove the entry and record the thing itself: the meeting under `meetings`, invoicing under `invoicing`,
the closing under `closure`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Message, Place, Related, Severity
from aloitus.model.process import Record
from aloitus.rules.case import Case

KIND = FindingKind(
    "REF115",
    "recorded-elsewhere",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
tasks:
  hold-quick-review: {status: done, date: 2026-05-12, by: liisa-laine}
"""),
    passing=Example("""\
meetings:
  quick-review: {status: planned, date: 2026-10-01}
"""),
)


_WHERE = {
    Record.INVOICING_ITEMS: "invoicing.items",
    Record.UNINVOICED: "invoicing.uninvoiced",
    Record.ERP_CLOSED: "closure.erp_closed",
}


def check(case: Case) -> Iterator[Finding]:
    tasks = case.process.tasks
    for name in case.client.tasks:
        task = tasks.get(name)
        if task and task.fulfilled_by:
            record = task.fulfilled_by
            where = _WHERE.get(record.record, f"meetings.{record.meeting}")
            related = Related(Message("ref.fulfilled-here"), Place(case.process_file, ("tasks", name, "fulfilled_by")))
            # What only today's process asks of a closed client is a warning.
            severity = Severity.WARNING if case.is_over else None
            place = case.at_key("tasks", name)
            yield KIND.at(place, related=(related,), severity=severity, task=task.title, id=name, where=where)
