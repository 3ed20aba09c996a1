"""What the plan finds missing for closing, and how grave that is."""

from collections.abc import Iterator

from aloitus.findings import Message, Related, Severity
from aloitus.model.client import Status
from aloitus.model.process import Criterion, Process
from aloitus.model.text import Text
from aloitus.plan.client_plan import Missing, Reason
from aloitus.rules.case import Case


def unmet(case: Case, *reasons: Reason) -> Iterator[Missing]:
    """What a closed client lacks for one of these reasons; nothing of a client that isn't closed."""
    if not case.closing_counts:
        return
    for criterion in case.plan.closure.criteria:
        for missing in criterion.missing:
            if missing.reason in reasons:
                yield missing


def as_written(criterion: Criterion, process: Process) -> str:
    """How a process file asks for it. The meeting is the process's last: that is the quick review."""
    if criterion is not Criterion.MEETING_HELD:
        return criterion.value
    return f"{{{criterion.value}: {['quick-review', *process.meetings][-1]}}}"


def closed_here(case: Case) -> Related:
    return Related(Message("clo.closed-here"), case.at("status"))


def meeting_title(case: Case, missing: Missing) -> Text | str | None:
    meeting = case.process.meetings.get(missing.subject or "")
    return meeting.title if meeting else missing.subject


def severity_of(case: Case, missing: Missing) -> Severity:
    """What a closed client's own file contradicts is an error; what only today's process asks of it is a warning.

    In a change that closes (`case.strict`), both are errors.
    """
    return Severity.WARNING if not case.strict and _only_the_process_asks(case, missing) else Severity.ERROR


def _only_the_process_asks(case: Case, missing: Missing) -> bool:
    client, name = case.client, missing.subject or ""
    if missing.reason is Reason.TASK_NOT_FINAL and missing.key[0] == "tasks":
        entry = client.tasks.get(name)
        return entry is None or entry.status is Status.NOT_APPLICABLE
    if missing.reason in (Reason.TASK_NOT_FINAL, Reason.MEETING_NOT_HELD) and missing.key[0] == "meetings":
        return missing.key[1] not in client.meetings
    return missing.reason in (Reason.MEETING_TOO_EARLY, Reason.MEETING_TOO_LATE)
