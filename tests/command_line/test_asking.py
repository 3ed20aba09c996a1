"""Asking what wasn't told: about a new client, and who records."""

import subprocess
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, repeat
from pathlib import Path

import pytest

from aloitus.command_line.interview import Interviewer
from aloitus.command_line.people_at_work import known_to_git
from aloitus.editing.values import Value
from aloitus.findings import Message, Place, Related
from aloitus.i18n import wording
from aloitus.model.firm import Person
from aloitus.pipeline.opened import open_practice
from aloitus.rules.values import date_order
from aloitus.scaffolding.proposal import Proposal

ROOT = Path(__file__).parent.parent.parent
PEOPLE = {
    "aino": Person("aino", "Aino", email="Aino@firma.example", handle="avirtanen"),
    "eero": Person("eero", "Eero", email="eero@firma.example", handle="eero-e"),
}


def asked_with(answers: Iterable[str], language: str = "fi", **objections: str) -> tuple[Interviewer, list[str]]:
    """An interviewer who is given `answers` and a few empty ones after them, and the questions that it puts."""
    given = chain(answers, repeat("", 20))
    questions: list[str] = []

    def ask(question: str) -> str:
        questions.append(question)
        return next(given)

    def objection(name: str, business_id: str) -> Message | None:
        taken = (name or business_id) in objections.values()
        return Message("new.needed") if taken else None

    process = open_practice(ROOT).processes["client-onboarding"]
    return Interviewer(process, ask, objection, wording(language)), questions


@pytest.mark.parametrize(
    ("language", "first", "asked"), [("fi", "Asiakkaan nimi", "Y-tunnus"), ("en", "Client's name", "Business ID")]
)
def test_a_new_client_is_asked_for_in_the_users_language(language: str, first: str, asked: str) -> None:
    answers = ["", "Kuusi Oy", "9000012-6", "99", "1, 2", "", "2.11.2026", "2027-02-01"]
    interviewer, questions = asked_with(answers, language)
    told = interviewer.interview(Proposal())
    assert questions[0].startswith(first)
    assert any(question.startswith(asked) for question in questions)
    assert told.values == {
        "name": "Kuusi Oy",
        "business_id": "9000012-6",
        "services": ("bookkeeping", "payroll"),
        "dates": {"agreement_signed": date(2026, 11, 2), "service_start": date(2027, 2, 1)},
    }


def test_what_was_told_already_is_not_asked() -> None:
    told = Proposal({"name": "A", "services": ("payroll",), "dates": {"service_start": date(2027, 2, 1)}})
    interviewer, questions = asked_with([])
    assert interviewer.interview(told).values == told.values
    assert not [question for question in questions if "nimi" in question or "Palvelutuotanto alkaa" in question]


def test_what_will_not_do_is_asked_again_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    answers = ["Vanha Oy", "Kuusi Oy", "9000012-7", "", "Perusteilla", "kirjanpito", "", "31.2.2027", "2.11.2026"]
    interviewer, questions = asked_with(answers, name="Vanha Oy", business_id="9000012-7")
    told = interviewer.interview(Proposal())
    assert told.values == {
        "name": "Kuusi Oy",
        "business_id_pending": "Perusteilla",
        "services": ("bookkeeping",),
        "dates": {"agreement_signed": date(2026, 11, 2)},
    }
    assert questions[1] == questions[0]
    assert "”31.2.2027” ei ole päivä" in capsys.readouterr().err


def test_what_turns_out_to_be_wrong_is_asked_again_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    told = Proposal({"name": "A", "dates": {"agreement_signed": date(2026, 11, 2), "service_start": date(2026, 1, 7)}})
    interviewer, questions = asked_with(["", "1.2.2027"])
    signed = Related(Message("val.signed-here"), Place("clients/a.yaml", ("dates", "agreement_signed")))
    wrong = Place("clients/a.yaml", ("dates", "service_start"))
    order = date_order.KIND.at(wrong, related=(signed,), day=date(2026, 1, 7), signed=date(2026, 11, 2))
    again = interviewer.ask_again(told, [order])
    assert again is not None
    assert again.values == {"name": "A", "dates": {"service_start": date(2027, 2, 1)}}
    assert len(questions) == 2
    assert "ennen kuin toimeksiantosopimus" in capsys.readouterr().err
    assert (
        interviewer.ask_again(told, [date_order.KIND.at(Place("clients/a.yaml", ("group",)), day=1, signed=1)]) is None
    )
    assert len(questions) == 2


def test_a_contact_whose_address_cannot_be_told_from_the_name_is_asked_again() -> None:
    interviewer, questions = asked_with(["Sanna s@a.example", "Sanna <s@a.example>"])
    process = interviewer.process
    known = Proposal(
        {"name": "A", "business_id": "", "services": ("payroll",), "facts": (), "systems": {"accounting": ""}}
    )
    dates: dict[str, Value] = {name: date(2027, 2, 1) for name in process.dates}
    told = interviewer.interview(Proposal({**known.values, "dates": dates, "notes": ""}))
    assert told.values["contacts"] == [{"name": "Sanna", "email": "s@a.example"}]
    assert len(questions) == 2


@pytest.mark.parametrize(
    ("email", "expected"),
    [
        ("aino@firma.example", "aino"),
        ("12345+avirtanen@users.noreply.github.com", "aino"),
        ("eero-e@users.noreply.github.com", "eero"),
        ("muu@firma.example", None),
        ("", None),
    ],
)
def test_who_records_is_known_by_gits_address(tmp_path: Path, email: str, expected: str | None) -> None:
    for words in _git(email):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    assert known_to_git(PEOPLE, tmp_path) == expected


def _git(email: str) -> Iterator[tuple[str, ...]]:
    yield ("init", "-q")
    yield ("config", "user.email", email)
