"""What a client reads, its kickoff's agenda and its material request, shows nothing that the firm keeps to itself."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
import yaml

from aloitus.loading.by_id import ById, NamedById
from aloitus.loading.practice import load_client
from aloitus.loading.schema.client import CLIENT
from aloitus.loading.shapes import Either, ListOf, LocalText, Record
from aloitus.loading.values import FreeText, Kind
from aloitus.model.process import AgendaItem, LiveContent
from aloitus.pages.client_pages import render_client
from aloitus.pages.environment import page_environment
from aloitus.plan.build import plan_client
from builders import finland, text
from wiki_site import PAGE_TEMPLATES, TODAY, small_context, small_practice

Path = tuple[str, ...]
FILE = """\
name: Kuusipuun Saha Oy
business_id_pending: SALAINEN Y-tunnus
process: client-onboarding
status: active
services: [bookkeeping, payroll]
facts: [data-transfer]
dates: {agreement_signed: 2026-11-02, service_start: 2026-12-01}
team: {project-manager: [liisa-laine, matti-makinen], accountant: matti-makinen}
contacts: [{name: Sanna Saha, email: sanna@kuusipuu.example, phone: "040"}]
systems: {accounting: SALAINEN ohjelma, erp_engagement: SALAINEN toimeksianto, erp_tasks: {accountant: SALAINEN numero}}
tasks:
  open-engagement: {status: done, date: 2026-11-04, by: tiina-tuki, evidence: SALAINEN todiste}
  identify-client: {status: blocked, reason: SALAINEN este, follow_up: 2026-11-25}
  agree-bank-authorisations: {status: waiting, reason: SALAINEN syy, note: SALAINEN huomautus}
  contact-client: {status: done, date: 2026-11-10, by: liisa-laine, evidence: SALAINEN todiste}
  transfer-balances: {status: in-progress, due: 2026-11-18, due_reason: SALAINEN siirto}
  run-parallel-payroll: {status: not-applicable, reason: SALAINEN syy, by: liisa-laine, approved_by: eeva-esihenkilo}
extra_tasks:
  own: {title: SALAINEN lisätehtävä, role: support-services, due: 2026-11-10, status: blocked, reason: SALAINEN este,
    evidence: SALAINEN todiste, note: SALAINEN huomautus}
meetings:
  internal-kickoff:
    status: held
    date: 2026-11-12
    participants: [liisa-laine, matti-makinen]
    client_participants: [SALAINEN vieras]
    minutes: SALAINEN muistio
    decisions: [SALAINEN päätös]
    reason: SALAINEN syy
    actions:
      own: {title: SALAINEN toimenpide, assignee: liisa-laine, due: 2026-11-10, status: waiting, reason: SALAINEN syy,
        evidence: SALAINEN todiste, note: SALAINEN huomautus}
  service-production-kickoff:
    status: STATUS
    date: 2026-11-16
    client_participants: [Yhteinen vieras]
    minutes: Yhteinen muistio
    decisions: [Yhteinen päätös]
    reason: SALAINEN peruutus
    actions:
      agreed: {title: Yhteinen toimenpide, assignee: matti-makinen, due: 2026-11-18, status: blocked,
        reason: SALAINEN este, evidence: SALAINEN todiste, note: SALAINEN huomautus}
      theirs: {title: Asiakkaan oma, assignee: client, due: 2026-11-18, status: waiting, reason: SALAINEN syy}
invoicing:
  items:
    project: {work: SALAINEN työ, status: invoiced, invoice: SALAINEN lasku, date: 2026-11-20, reason: SALAINEN syy}
  uninvoiced: {rows: 3, checked: 2026-11-20, by: liisa-laine}
changes:
  - {kind: date-moved, what: SALAINEN päivä, from: 2026-11-25, to: 2026-12-01, date: 2026-11-10, by: liisa-laine,
     reason: SALAINEN syy}
notes: SALAINEN muistiinpano
"""
THEIR_OWN = {("name",), ("contacts", "name"), ("contacts", "email"), ("contacts", "phone")}
KICKOFF = "service-production-kickoff"
AGENDA, REQUEST = f"clients/x/meetings/{KICKOFF}.md", "clients/x/material-request.md"
STATUSES = ["planned", "held", "cancelled"]
BLAME = re.compile(
    r"myöhässä|estynyt|odottaa|ei nimetty|puuttuu|laskut|late|overdue|blocked|waiting|nobody|missing|invoic|ERP",
    re.IGNORECASE,
)


def text_keys(kind: Kind[Any], path: Path = ()) -> Iterator[Path]:
    """Where a client's file may hold free text; ids and items of lists have no step of their own."""
    match kind:
        case FreeText() | LocalText():
            yield path
        case Record(fields=fields):
            for name, field in fields.items():
                yield from text_keys(field.kind, (*path, name))
        case ById(value=inner) | NamedById(record=inner) | ListOf(item=inner) | Either(keys=inner):
            yield from text_keys(inner, path)


def secrets(data: Any, kind: Kind[Any], path: Path = ()) -> Iterator[Path]:
    """Where the file does hold a text that no client may read."""
    match kind:
        case FreeText() | LocalText():
            if "SALAINEN" in str(data):
                yield path
        case Record(fields=fields):
            for name, value in data.items():
                yield from secrets(value, fields[name].kind, (*path, name))
        case ById(value=inner) | NamedById(record=inner):
            for value in data.values():
                yield from secrets(value, inner, path)
        case ListOf(item=inner):
            for value in data:
                yield from secrets(value, inner, path)


@cache
def pages(status: str, language: str) -> Mapping[str, str]:
    """The client's pages; the kickoff's agenda asks for all there is to show."""
    data = FILE.replace("STATUS", status).encode()
    client = load_client("clients/x.yaml", data, first_language="fi", languages=("fi", "en")).value
    assert client
    process = small_practice().processes["client-onboarding"]
    everything = tuple(AgendaItem(text("Asia"), 5, shows=shows) for shows in LiveContent)
    meetings = {**process.meetings, KICKOFF: replace(process.meetings[KICKOFF], agenda=everything)}
    plan = plan_client(client, replace(process, meetings=meetings), finland(), TODAY)
    context = small_context(language)
    return render_client(plan, context, page_environment(PAGE_TEMPLATES, context.wording))


def test_the_file_holds_a_secret_in_every_free_text_that_is_not_the_clients_own() -> None:
    assert set(text_keys(CLIENT)) - set(secrets(yaml.safe_load(FILE), CLIENT)) == THEIR_OWN


def test_the_secrets_stand_where_the_team_reads_them() -> None:
    internal = pages("held", "fi")
    shown = "\n".join(text for path, text in internal.items() if path not in (AGENDA, REQUEST))
    secret = set(re.findall(r"SALAINEN (\w+)", shown))
    assert {"este", "syy", "huomautus", "todiste", "siirto", "lisätehtävä", "toimenpide", "päätös", "muistio"} <= secret
    assert {"muistiinpano", "ohjelma", "työ"} <= secret


@pytest.mark.parametrize("language", ["fi", "en"])
@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("path", [AGENDA, REQUEST])
def test_none_of_them_stands_where_the_client_reads(path: str, status: str, language: str) -> None:
    page = pages(status, language)[path]
    assert re.findall(r".*SALAINEN.*", page) == []


@pytest.mark.parametrize("language", ["fi", "en"])
@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("path", [AGENDA, REQUEST])
def test_nobody_is_late_missing_or_waited_for_there(path: str, status: str, language: str) -> None:
    body = pages(status, language)[path].partition("---\n")[2].partition("---\n")[2]
    assert BLAME.findall(re.sub(r"`[^`]*`|\]\([^)]*\)", "", body)) == []


def test_what_was_agreed_with_the_client_does() -> None:
    agenda, request = pages("held", "fi")[AGENDA], pages("held", "fi")[REQUEST]
    for shared in ("Yhteinen päätös", "Yhteinen toimenpide", "Yhteinen muistio", "Yhteinen vieras", "Asiakkaan oma"):
        assert shared in agenda, shared
    assert "Asiakkaan oma" in request
    assert "Yhteinen toimenpide" not in request
