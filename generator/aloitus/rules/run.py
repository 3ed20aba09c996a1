"""Runs the rules over a client, over the whole firm, and over the firm's own files."""

from collections.abc import Collection, Iterable, Sequence

from aloitus.findings import Finding, KeyPath, Severity
from aloitus.model.client import Client, ClientStatus
from aloitus.rules.approvals.approval import Approval, ApprovalPolicy
from aloitus.rules.case import Case
from aloitus.rules.enough import enough
from aloitus.rules.firm.client_extract import ClientExtract
from aloitus.rules.names import unknown_process
from aloitus.rules.process.process_case import PeopleCase, ProcessCase
from aloitus.rules.registry import (
    APPROVAL_RULES,
    CLIENT_RULES,
    CLOSING_RULES,
    FIRM_RULES,
    PEOPLE_RULES,
    PROCESS_RULES,
)


def check_client(case: Case) -> list[Finding]:
    """All that the client's own file, the process and the firm's people tell of one client."""
    findings: list[Finding] = []
    for rule in CLIENT_RULES:
        findings.extend(enough(rule.check(case), rule.KIND.severity))
    if case.approvals:
        findings.extend(check_approvals(case.approvals, approval_policy(case)))
    return findings


def check_unplanned(client: Client, file: str, processes: Collection[str]) -> list[Finding]:
    """Of a client whose process doesn't exist, this alone can be told."""
    return list(unknown_process.check(client, file, processes))


def check_closing(case: Case) -> list[Finding]:
    """The criteria of closing, by the policy in `case`; nothing of a client that isn't closed."""
    return [finding for rule in CLOSING_RULES for finding in rule.check(case)]


def check_approvals(approvals: Iterable[Approval], policy: ApprovalPolicy) -> list[Finding]:
    found = (finding for approval in approvals for rule in APPROVAL_RULES for finding in rule.check(approval, policy))
    return list(enough(found))


def approval_policy(case: Case) -> ApprovalPolicy:
    """By which the working tree's approvals count: today's people and process."""
    closer = case.client.closure.by if case.client.closure and case.client.status is ClientStatus.CLOSED else None
    return ApprovalPolicy(case.file, case.people, case.process.approvals, case.today, closer, is_over=case.is_over)


def check_firm(clients: Sequence[ClientExtract]) -> list[Finding]:
    """What only shows across clients; all the errors, since which of them are new tells whether a change may pass."""
    return [
        finding
        for rule in FIRM_RULES
        for finding in (rule.check(clients) if rule.KIND.severity is Severity.ERROR else enough(rule.check(clients)))
    ]


def check_process(case: ProcessCase) -> list[Finding]:
    return [finding for rule in PROCESS_RULES for finding in enough(rule.check(case), rule.KIND.severity)]


def check_people(case: PeopleCase) -> list[Finding]:
    return [finding for rule in PEOPLE_RULES for finding in enough(rule.check(case), rule.KIND.severity)]


def without_echoes(findings: Iterable[Finding], read: Iterable[Finding]) -> list[Finding]:
    """The rules' findings less those about a value that couldn't be read: the reader has said so already.

    A value that the reader left out looks missing to a rule, and a list that lacks an item looks too short. `read` are
    the reader's findings of the same file.
    """
    unread: set[tuple[str, KeyPath]] = {
        (finding.place.file, finding.place.key)
        for finding in read
        if finding.severity is Severity.ERROR and finding.place.key
    }
    shortened = {(file, key[:-1]) for file, key in unread if isinstance(key[-1], int)}
    return [
        finding
        for finding in findings
        if not (unread and _is_at_any(finding, unread)) and (finding.place.file, finding.place.key) not in shortened
    ]


def _is_at_any(finding: Finding, unread: Collection[tuple[str, KeyPath]]) -> bool:
    key = finding.place.key
    return any((finding.place.file, key[:length]) in unread for length in range(1, len(key) + 1))
