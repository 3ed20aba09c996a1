"""The demo shows every situation that an onboarding can be in, with people, ids and numbers that nobody has."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from stdnum.fi import ytunnus

from aloitus.findings import Severity
from aloitus.model.client import Client, ClientStatus, MeetingStatus
from aloitus.plan.client_plan import Situation
from demo import AS_OF, ROOT, clients, loaded, plan, practice, process

SITUATIONS = {
    "auran-autohuolto": Situation.CLOSED,
    "aurinkorinne-hoiva": Situation.LATE,
    "fjordlight-games": Situation.ON_SCHEDULE,
    "havu-terveyspalvelut": Situation.LATE,
    "kaarna-kirjat": Situation.READY_TO_CLOSE,
    "kaislaranta-kiinteistohuolto": Situation.WAITING,
    "kallio-koski-arkkitehdit": Situation.START_AT_RISK,
    "keramiikkapaja-savikuu": Situation.ON_SCHEDULE,
    "kivikko-kahvila": Situation.CANCELLED,
    "kolmikulma-rakennus": Situation.CLOSED,
    "kuikka-vene": Situation.ON_SCHEDULE,
    "kuunsirppi-ravintolat": Situation.ON_SCHEDULE,
    "louhi-kiinteistot": Situation.ON_SCHEDULE,
    "louhi-konepaja": Situation.LATE,
    "lumi-energia": Situation.BLOCKED,
    "merikulma-asunnot": Situation.WAITING,
    "metsapuro-juomat": Situation.PLANNED,
    "pihlajaniemi-rakennus": Situation.REVIEW_DUE,
    "pohjolan-leipa": Situation.UNINVOICED,
    "rantakylan-optiikka": Situation.CLOSED,
    "saimaan-logistiikka": Situation.START_AT_RISK,
    "sammal-sahko": Situation.REVIEW_OVERDUE,
    "sinivuokko-paivakodit": Situation.PLANNED,
    "tunturin-taimi": Situation.ON_SCHEDULE,
    "tuulenpesa-hotelli": Situation.ON_SCHEDULE,
    "vanhan-sataman-kulta": Situation.ON_SCHEDULE,
    "vihrea-piha": Situation.CLOSED,
}


def check(today: str) -> dict[str, int]:
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "aloitus",
        "-C",
        ROOT,
        "check",
        "--today",
        today,
        "--output-format",
        "json",
    ]
    told = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    summary: dict[str, int] = json.loads(told.stdout)["summary"]
    return {"exit": told.returncode} | summary


def text_of(client: Client) -> str:
    return (ROOT / "clients" / f"{client.id}.yaml").read_text(encoding="utf-8")


def recorded_days(value: object) -> Iterator[date]:
    """Days of what has happened: dates of entries that are final, never due days or what is yet to come."""
    if isinstance(value, dict):
        for item in value.values():
            yield from recorded_days(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from recorded_days(item)
    elif is_dataclass(value) and getattr(value, "status", None) is not MeetingStatus.PLANNED:
        for field in fields(value):
            held = getattr(value, field.name)
            if isinstance(held, date) and not isinstance(held, datetime):
                if field.name in {"date", "started", "checked", "erp_closed"}:
                    yield held
            elif field.name != "dates":
                yield from recorded_days(held)


def test_the_demo_is_read_without_a_finding() -> None:
    assert [finding for finding in loaded().findings if finding.severity > Severity.NOTE] == []


def test_the_demo_has_nothing_to_mend_on_the_day_it_shows_but_one_tight_schedule() -> None:
    summary = check("2026-11-23")

    assert (summary["exit"], summary["errors"], summary["warnings"]) == (0, 0, 1)


@pytest.mark.parametrize("today", ["2026-12-24", "2027-08-02", "2035-01-02"])
def test_time_alone_never_makes_the_demo_wrong(today: str) -> None:
    summary = check(today)

    assert (summary["exit"], summary["errors"]) == (0, 0)
    assert summary["warnings"] > 0


def test_the_demo_shows_the_day_that_the_firm_pins() -> None:
    assert practice().firm.as_of == AS_OF


@pytest.mark.parametrize(("client_id", "situation"), sorted(SITUATIONS.items()))
def test_a_client_is_in_the_situation_it_was_written_for(client_id: str, situation: Situation) -> None:
    assert plan(client_id).situation is situation


def test_every_client_is_listed_and_every_situation_shown() -> None:
    assert set(practice().clients) == set(SITUATIONS)
    assert set(SITUATIONS.values()) == set(Situation)


def test_business_ids_are_valid_and_none_is_in_use() -> None:
    known = [client.business_id for client in clients() if client.business_id]

    assert all(number.startswith("9") and ytunnus.is_valid(number) for number in known)
    assert len(set(known)) == len(known)
    assert [client.id for client in clients() if client.business_id_pending] == ["metsapuro-juomat"]


def test_contacts_have_addresses_and_numbers_that_nobody_has() -> None:
    contacts = [contact for client in clients() for contact in client.contacts]

    assert all(contact.email and contact.email.endswith(".example") for contact in contacts)
    assert all(re.fullmatch(r"\+358 40 000 00\d\d", contact.phone) for contact in contacts if contact.phone)
    assert all(person.email and person.email.endswith(".example") for person in practice().people.values())


def test_nothing_was_recorded_after_the_day_the_demo_shows() -> None:
    days = [day for client in clients() for day in recorded_days(client)]

    assert AS_OF - timedelta(days=3) <= max(days) <= AS_OF


def test_everybody_signs_off_tasks_of_a_role_they_have() -> None:
    wrong = [
        (client.id, task_id, entry.by)
        for client in clients()
        for task_id, entry in client.tasks.items()
        if entry.by and process().tasks[task_id].role not in practice().people[entry.by].roles
    ]

    assert wrong == []


def test_closed_clients_meet_every_criterion_and_the_ready_one_all_but_the_last() -> None:
    closed = [plan(client.id) for client in clients() if client.status is ClientStatus.CLOSED]
    unmet = [c.rule.criterion.value for c in plan("kaarna-kirjat").closure.criteria if not c.met]

    assert closed
    assert all(one.closure.met for one in closed)
    assert unmet == ["closed-in-erp"]


@pytest.mark.parametrize("client_id", sorted(SITUATIONS))
def test_a_file_lists_what_applies_in_the_process_order_each_with_its_title(client_id: str) -> None:
    client = practice().clients[client_id]
    applicable = [task.rule for task in plan(client_id).tasks if task.rule]
    recorded_elsewhere = {task.id for task in process().tasks.values() if task.fulfilled_by}
    order = [task_id for task_id in process().tasks if task_id in client.tasks]
    comments = dict(re.findall(r"^  ([a-z-]+): +# (.+)$", text_of(client), re.MULTILINE))

    assert list(client.tasks) == order
    assert recorded_elsewhere.isdisjoint(client.tasks)
    assert not client.tasks or {task.id for task in applicable} - recorded_elsewhere <= set(client.tasks)
    assert {task_id: comments.get(task_id) for task_id in order} == {
        task_id: process().tasks[task_id].title.say("fi") for task_id in order
    }
