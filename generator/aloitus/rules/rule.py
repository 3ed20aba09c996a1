"""What a rule module has: `KIND`, what its findings share, and `check`."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from aloitus.findings import Finding, FindingKind
from aloitus.rules.approvals.approval import Approval, ApprovalPolicy
from aloitus.rules.case import Case
from aloitus.rules.firm.client_extract import ClientExtract
from aloitus.rules.process.process_case import PeopleCase, ProcessCase


class Rule(Protocol):
    @property
    def KIND(self) -> FindingKind: ...  # noqa: N802 - the constant of a module


class ClientRule(Rule, Protocol):
    def check(self, case: Case) -> Iterator[Finding]: ...


class ApprovalRule(Rule, Protocol):
    def check(self, approval: Approval, policy: ApprovalPolicy) -> Iterator[Finding]: ...


class FirmRule(Rule, Protocol):
    """Looks across all clients, at a small extract of each."""

    def check(self, clients: Sequence[ClientExtract]) -> Iterator[Finding]: ...


class ProcessRule(Rule, Protocol):
    def check(self, case: ProcessCase) -> Iterator[Finding]: ...


class PeopleRule(Rule, Protocol):
    def check(self, case: PeopleCase) -> Iterator[Finding]: ...
