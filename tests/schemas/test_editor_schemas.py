"""The editor's schemas accept every file that `check` accepts, and reject what it rejects by its shape."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator, FormatChecker  # type: ignore[import-untyped]

from aloitus.findings import Severity
from aloitus.loading.practice import load_client, load_firm, load_people, load_process
from aloitus.pipeline.checking import ClientChecker
from aloitus.pipeline.client_file import ClientReader
from aloitus.pipeline.opened import OpenPractice, open_practice
from aloitus.schemas.files import schemas

ROOT = Path(__file__).parent.parent.parent
TODAY = date(2026, 11, 23)
CLIENTS = sorted((ROOT / "clients").glob("*.yaml"))


class EditorsLoader(yaml.SafeLoader):
    """Scalars as an editor has them: YAML 1.2, where a day is a text."""


EditorsLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in known if not tag.endswith(("timestamp", "merge"))]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@cache
def practice() -> OpenPractice:
    return open_practice(ROOT)


@cache
def validator(kind: str) -> Draft7Validator:
    words = {"client-side": "Asiakas", "name": "Nimi"}
    schema = schemas(practice().templates.practice, "fi", words)[kind]
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema, format_checker=FormatChecker())


def complaints(kind: str, text: str) -> list[str]:
    says = yaml.load(text, Loader=EditorsLoader)  # noqa: S506 -- a safe loader's child
    return [error.message for error in validator(kind).iter_errors(says)]


def test_every_client_that_check_accepts_is_accepted() -> None:
    checker = ClientChecker(practice(), TODAY)
    for path in CLIENTS:
        errors = [one for one in checker.check(f"clients/{path.name}").findings if one.severity is Severity.ERROR]
        assert complaints("client", path.read_text("utf-8")) == [], (path.name, errors)


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("firm", "templates/firm.yaml"),
        ("people", "templates/people.yaml"),
        ("process", "templates/processes/client-onboarding.yaml"),
    ],
)
def test_the_firms_own_files_are_accepted(kind: str, path: str) -> None:
    assert complaints(kind, (ROOT / path).read_text("utf-8")) == []


START = (
    "name: A\nprocess: client-onboarding\nstatus: active\nservices: [bookkeeping]\n"
    "dates: {agreement_signed: 2026-04-20, service_start: 2026-06-01}\nbusiness_id: 9000012-6\n"
    "team: {project-manager: aino-virtanen}\n"
)
ACCEPTED = [
    "invoicing: {items: {a: {work: X, status: invoiced, invoice: 20311, date: 2026-06-30}}}\n",
    "tasks: {open-engagement: }\n",
    "tasks: {open-engagement: {status: waiting, reason: 12}}\n",
    "tasks:\n",
    "notes: true\n",
    "facts: []\n",
    "systems: {erp_engagement: 10482, erp_tasks: {accountant: 88122}}\n",
    'meetings: {internal-kickoff: {status: held, date: 2026-04-27, time: "09:00", participants: [aino-virtanen]}}\n',
    "contacts:\n  - {name: No, email: a@b.example}\n",
    "extra_tasks: {hae: {title: {fi: Hae, en: Fetch}, role: accountant, due: 2026-05-29, status: cancelled}}\n",
    "meetings: {internal-kickoff: {actions: {x: {title: Hae, assignee: client, due: 2026-05-29}}}}\n",
    'invoicing: {uninvoiced: {rows: "0", checked: 2026-10-12, by: aino-virtanen}}\n',
    "group: kuusipuu\nlanguage: en\nresponsibilities: {deliver-receipts: firm}\n",
]
REJECTED = [
    "optional: true\n",
    "tasks: {open-engagment: {status: done}}\n",
    "tasks: {open-engagement: {status: Done}}\n",
    "tasks: {open-engagement: {status: true}}\n",
    "tasks: {open-engagement: {status: [done]}}\n",
    "tasks: {open-engagement: {date: 2026-02-30}}\n",
    "tasks: {open-engagement: {date: 20260203}}\n",
    "tasks: {open-engagement: {date: 2026-2-3}}\n",
    "tasks: {open-engagement: {by: aino-virtannen}}\n",
    "tasks: []\n",
    "tasks: {open-engagement: {waivable: true}}\n",
    "facts: data-transfer\n",
    "facts: [data-transfr]\n",
    "facts: [vat-liable, vat-liable]\n",
    "language: sv\n",
    "team: {accuntant: aino-virtanen}\n",
    "meetings: {internal-kickof: {}}\n",
    "meetings: {internal-kickoff: {time: 25:00}}\n",
    "meetings: {internal-kickoff: {decisions: etänä}}\n",
    "invoicing: {uninvoiced: {rows: -1}}\n",
    "invoicing: {items: {a: {status: open}}}\n",
    "extra_tasks: {Hae: {title: A, role: accountant}}\n",
    "extra_tasks: {hae: {role: accountant}}\n",
    "changes: [{what: service_start}]\n",
    "changes: [{kind: moved}]\n",
    "contacts: [{email: a@b.example}]\n",
    "notes: [a]\n",
]


@pytest.mark.parametrize("text", ACCEPTED)
def test_what_the_reader_accepts_is_accepted(text: str) -> None:
    assert list(_errors_of_shape(START + text)) == []
    assert complaints("client", START + text) == []


@pytest.mark.parametrize("text", REJECTED)
def test_what_the_reader_rejects_by_shape_is_rejected(text: str) -> None:
    assert list(_errors_of_shape(START + text)) != []
    assert complaints("client", START + text) != []


@pytest.mark.parametrize("key", ["name", "process", "status", "services"])
def test_what_is_required_is_required(key: str) -> None:
    text = "".join(line for line in START.splitlines(keepends=True) if not line.startswith(f"{key}:"))
    assert list(_errors_of_shape(text)) != []
    assert complaints("client", text) != []


def test_of_a_purged_client_no_services_are_asked() -> None:
    text = "name: a\nprocess: client-onboarding\nstatus: closed\nchanges:\n  - {kind: purged, date: 2036-01-01}\n"
    assert complaints("client", text) == []


def _errors_of_shape(text: str) -> Iterator[str]:
    """What reading finds wrong, and names that nobody knows."""
    languages = practice().firm.languages
    loaded = load_client("clients/a.yaml", text.encode(), first_language="fi", languages=languages)
    yield from (one.code for one in loaded.findings if one.severity is Severity.ERROR)
    file = ClientReader(practice(), TODAY).decode("clients/a.yaml", text.encode())
    found = ClientChecker(practice(), TODAY).findings(file)
    yield from (one.code for one in found if one.severity is Severity.ERROR and one.code.startswith("REF"))


TEMPLATES: list[tuple[str, Any, str, bool]] = [
    ("firm", load_firm, "name: A\n", True),
    (
        "firm",
        load_firm,
        "name: A\nlanguages: [fi]\nretention_years: 6\nforge: {kind: github, url: https://a.example}\n",
        True,
    ),
    ("firm", load_firm, "languages: [fi]\n", False),
    ("firm", load_firm, "name: A\nforge: {kind: svn, url: https://a.example}\n", False),
    ("firm", load_firm, "name: A\ncountry: fi\n", False),
    ("people", load_people, "a-b: {name: A B, roles: [accountant], left: 2026-07-31}\n", True),
    ("people", load_people, "a-b: {roles: [accountant]}\n", False),
    ("people", load_people, "A B: {name: A}\n", False),
    ("people", load_people, "a-b: {name: A, role: accountant}\n", False),
]


@pytest.mark.parametrize(("kind", "load", "text", "fits"), TEMPLATES)
def test_firm_and_people_are_judged_as_the_reader_judges_them(kind: str, load: Any, text: str, fits: bool) -> None:
    findings = load(f"templates/{kind}.yaml", text.encode()).findings
    assert all(one.severity is not Severity.ERROR for one in findings) == fits
    assert (complaints(kind, text) == []) == fits


@pytest.mark.parametrize(
    ("old", "new", "fits"),
    [
        ("due: agreement_signed + 2 workdays", "due: agreement_signed + 2 weeks", False),
        ("due: agreement_signed + 2 workdays", "due: end of month of agreement_signed - 1 month", True),
        ("\n    waivable: false", "\n    waivable: maybe", False),
        ("\n    gate: start", "\n    gate: end", False),
        ("fulfilled_by: meetings.quick-review", "fulfilled_by: meeting", False),
        ("phase: start", "phases: start", False),
    ],
)
def test_a_process_is_judged_as_the_reader_judges_it(old: str, new: str, fits: bool) -> None:
    text = (ROOT / "templates/processes/client-onboarding.yaml").read_text("utf-8")
    assert old in text
    text = text.replace(old, new, 1)
    findings = load_process("templates/processes/p.yaml", text.encode(), ("fi", "en")).findings
    assert all(one.severity is not Severity.ERROR for one in findings) == fits
    assert (complaints("process", text) == []) == fits
