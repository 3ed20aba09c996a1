"""An extra task goes by another id where the process has taken its own, and nothing else does."""

from aloitus.gate.history.record_vanished import check
from aloitus.model.client import ExtraTask, Status, TaskEntry
from builders import a_client, a_process, a_task, invoiced, text
from gate_step import a_step

PROCESS = a_process(a_task("scan"))
BEGUN = {"scan": ExtraTask("scan", text("Skannaa"), "accountant", None, TaskEntry(Status.IN_PROGRESS))}
RENAMED = {"scan-2": ExtraTask("scan-2", text("Skannaa"), "accountant", None, TaskEntry(Status.IN_PROGRESS))}


def test_an_extra_task_goes_by_another_id() -> None:
    assert list(check(a_step(a_client(extra_tasks=BEGUN), a_client(extra_tasks=RENAMED), PROCESS))) == []


def test_work_of_the_same_id_does_not() -> None:
    before = a_client(invoicing={"scan": invoiced("scan")})
    (finding,) = check(a_step(before, a_client(extra_tasks=RENAMED), PROCESS))
    assert finding.place.key == ("invoicing", "items")


def test_nor_does_it_where_nobody_knows_the_process() -> None:
    before = a_client(extra_tasks=BEGUN, process="gone")
    (finding,) = check(a_step(before, a_client(extra_tasks=RENAMED, process="gone"), PROCESS))
    assert finding.place.key == ("extra_tasks",)
