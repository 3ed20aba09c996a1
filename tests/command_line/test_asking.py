"""Asking what wasn't told: about a new client, and who records."""

import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from aloitus.command_line.interview import interview
from aloitus.command_line.people_at_work import known_to_git
from aloitus.i18n import wording
from aloitus.model.firm import Person
from aloitus.pipeline.opened import open_practice
from aloitus.scaffolding.proposal import Proposal

ROOT = Path(__file__).parent.parent.parent
PEOPLE = {
    "aino": Person("aino", "Aino", email="Aino@firma.example", handle="avirtanen"),
    "eero": Person("eero", "Eero", email="eero@firma.example", handle="eero-e"),
}


@pytest.mark.parametrize(
    ("language", "first", "asked"), [("fi", "Asiakkaan nimi", "Y-tunnus"), ("en", "Client's name", "Business ID")]
)
def test_a_new_client_is_asked_for_in_the_users_language(language: str, first: str, asked: str) -> None:
    given = iter(["", "Kuusi Oy", "9000012-6", "99", "1, 2", "", "2.11.2026", "1.2.2027", "", "", "", "", "", ""])
    questions: list[str] = []

    def answer(question: str, _default: str) -> str:
        questions.append(question)
        return next(given)

    process = open_practice(ROOT).processes["client-onboarding"]
    told = interview(Proposal(), process, answer, wording(language))
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
    questions: list[str] = []

    def answer(question: str, _default: str) -> str:
        questions.append(question)
        return ""

    process = open_practice(ROOT).processes["client-onboarding"]
    assert interview(told, process, answer, wording("fi")).values == told.values
    assert not [question for question in questions if "nimi" in question or "Palvelutuotanto alkaa" in question]


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
