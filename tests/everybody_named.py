"""A client whose file names somebody in every place where it can, each with a day of their own."""

from aloitus.model.client import (
    CLIENT_SIDE,
    Action,
    Change,
    ChangeKind,
    Closure,
    ExtraTask,
    InvoicingItem,
    InvoicingStatus,
    Status,
    TaskEntry,
    Uninvoiced,
)
from builders import a_client, day, held, text

ON = [day(f"2026-05-{number:02}") for number in range(4, 12)]
ACTIONS = {
    "book": Action("book", text("Varaa"), "erkki", None, TaskEntry(Status.DONE, date=ON[2], by="eino")),
    "sign": Action("sign", text("Allekirjoita"), CLIENT_SIDE, None),
}
CLIENT = a_client(
    team={"accountant": ("anna", "aapo")},
    tasks={"a": TaskEntry(Status.NOT_APPLICABLE, date=ON[0], by="bertta", approved_by="bruno", assignee="birgit")},
    extra_tasks={"b": ExtraTask("b", text("B"), "accountant", None, TaskEntry(Status.DONE, date=ON[1], by="cecilia"))},
    meetings={"kickoff": held("2026-05-07", participants=("doris", "daniel"), actions=ACTIONS)},
    invoicing={
        "c": InvoicingItem("c", text("C"), InvoicingStatus.WRITTEN_OFF, date=ON[4], by="frans", approved_by="fanni")
    },
    uninvoiced=Uninvoiced(0, ON[5], "greta"),
    changes=(Change(ChangeKind.REOPENED, ON[6], "hilja", "Syy", approved_by="hannes"),),
    closure=Closure(ON[7], "iiris", ON[7]),
)
