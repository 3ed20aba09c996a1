"""Creating a client's file: from what was told to a text that `check` accepts, and no other."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count

from aloitus.editing.file import create_file, only_editor
from aloitus.editing.values import Value, as_text
from aloitus.errors import UserError
from aloitus.findings import Finding, Message, Severity
from aloitus.loading.business_id import is_business_id, meant_business_id
from aloitus.loading.practice import CLIENTS
from aloitus.model.client import Client, ClientStatus
from aloitus.model.process import Process
from aloitus.pipeline.checking import ClientChecker
from aloitus.pipeline.client_file import ClientFile, ClientReader
from aloitus.pipeline.opened import OpenPractice
from aloitus.plan.client_plan import ClientPlan
from aloitus.recording.layout import ClientLayout
from aloitus.scaffolding.client_id import client_id, is_client_id
from aloitus.scaffolding.client_text import client_text
from aloitus.scaffolding.listing import listable_tasks
from aloitus.scaffolding.proposal import Proposal
from aloitus.scaffolding.staffing import present_load, propose_team


@dataclass(frozen=True)
class Created:
    """`plan` is None where the text can't even be planned; with `errors` nothing was written."""

    path: str
    text: str
    plan: ClientPlan | None
    errors: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    proposed: Mapping[str, tuple[str, ...]]
    """The roles that nobody was told for, and whom they were given to."""


class ClientCreator:
    """Creates clients of one practice on one day."""

    def __init__(self, practice: OpenPractice, today: date) -> None:
        self._practice = practice
        self._today = today
        self._reader = ClientReader(practice, today)
        self._checker = ClientChecker(practice, today)

    def create(self, proposal: Proposal, *, dry_run: bool = False) -> Created:
        """UserError when there's such a client already, or too little is told to name a file."""
        with only_editor(self._practice.root):
            clients = self._clients()
            self._must_be_new(proposal, clients)
            path = self._path(proposal, clients)
            created = self._created(path, proposal, clients)
            if not dry_run and not created.errors:
                create_file(self._practice.root, path, created.text.encode())
        return created

    def objection(self, name: str, business_id: str) -> Message | None:
        """Why a client can't have this name or this business id (either may be empty), before more is told of it."""
        if business_id and not is_business_id(business_id):
            return misspelt(business_id)
        proposal, clients = Proposal({"name": name, "business_id": business_id}), self._clients()
        try:
            self._must_be_new(proposal, clients)
            if name:
                self._path(proposal, clients)
        except UserError as refusal:
            return refusal.message
        return None

    def _created(self, path: str, proposal: Proposal, clients: Mapping[str, Client]) -> Created:
        process = self.process_of(proposal)
        told = {role: _people(value) for role, value in proposal.under("team").items()}
        team = propose_team(
            process,
            proposal.names("services"),
            proposal.names("facts"),
            self._practice.people,
            present_load(clients.values()),
            self._today,
            told,
        )
        status = proposal.values.get("status") or self._status(proposal)
        team_value: dict[str, Value] = {role: names[0] if len(names) == 1 else names for role, names in team.items()}
        values = {**proposal.values, "process": process.id, "status": status, "team": team_value}
        language = str(values.get("language") or self._practice.firm.languages[0])
        layout = ClientLayout(process, language)
        file = self._read(path, client_text(values, layout))
        if file.plan is not None:
            tasks: dict[str, Value] = {task.id: {"status": "open"} for task in listable_tasks(file.plan)}
            file = self._read(path, client_text({**values, "tasks": tasks}, layout))
        found = self._checker.findings(file)
        return Created(
            path,
            file.loaded.source.text,
            file.plan,
            tuple(one for one in found if one.severity is Severity.ERROR),
            tuple(one for one in found if one.severity is Severity.WARNING),
            {role: names for role, names in team.items() if role not in told},
        )

    def process_of(self, proposal: Proposal) -> Process:
        """The process that was named, or the only one there is."""
        processes = self._practice.processes
        name = proposal.values.get("process")
        if name is None and len(processes) == 1:
            return next(iter(processes.values()))
        if str(name) in processes:
            return processes[str(name)]
        raise UserError("new.which-process", choices=tuple(processes))

    def _status(self, proposal: Proposal) -> str:
        """Active when the agreement is signed."""
        signed = proposal.under("dates").get("agreement_signed")
        return (ClientStatus.ACTIVE if signed else ClientStatus.PLANNED).value

    def _path(self, proposal: Proposal, clients: Mapping[str, Client]) -> str:
        """Who comes back after an onboarding that is over has a file of a like name."""
        over = [client.id for client in clients.values() if client.status.is_over]
        name = proposal.values.get("name")
        if not name:
            raise UserError("new.no-name")
        chosen = proposal.id or client_id(str(name))
        if chosen is None:
            raise UserError("new.no-id", name=str(name))
        if not is_client_id(chosen):
            raise UserError("new.bad-id", id=chosen, meant=client_id(chosen) or "kuusipuun-saha")
        if chosen in self._practice.clients:
            free = self._free(chosen)
            if proposal.id or chosen not in over:
                raise UserError("new.id-taken", client=chosen, free=free)
            chosen = free
        return f"{CLIENTS}{chosen}.yaml"

    def _free(self, taken: str) -> str:
        return next(name for number in count(2) if (name := f"{taken[:59]}-{number}") not in self._practice.clients)

    def _must_be_new(self, proposal: Proposal, clients: Mapping[str, Client]) -> None:
        name, business_id = _folded(proposal.values.get("name")), proposal.values.get("business_id")
        for client in clients.values():
            if client.status.is_over:
                continue  # a service sold later is a new file with the same business id
            if business_id and client.business_id == str(business_id):
                raise UserError("new.business-id-taken", number=str(business_id), client=client.id, name=client.name)
            if name == _folded(client.name):
                raise UserError("new.name-taken", client=client.id, name=client.name)

    def _clients(self) -> Mapping[str, Client]:
        read = [self._reader.read(path).loaded.value for path in self._practice.clients.values()]
        return {client.id: client for client in read if client}

    def _read(self, path: str, text: str) -> ClientFile:
        return self._reader.decode(path, text.encode())


def misspelt(business_id: str) -> Message:
    meant = meant_business_id(business_id)
    return Message(f"new.not-a-business-id{'-meant' if meant else ''}", {"value": business_id, "meant": meant})


def _people(value: Value) -> tuple[str, ...]:
    if isinstance(value, tuple | list):
        return tuple(as_text(name) for name in value if not isinstance(name, tuple | list | Mapping))
    return (str(value),)


def _folded(name: object) -> str:
    return " ".join(str(name or "").casefold().split())
