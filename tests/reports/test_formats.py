"""Every format, held against a picture of it that a person has read."""

from pathlib import Path

import pytest

from aloitus.reports.registry import REPORTS
from reports_sample import a_report

GOLDEN = Path(__file__).parent / "golden"
SUFFIXES = {"json": "json", "gitlab": "json", "sarif": "json", "junit": "xml", "markdown": "md"}


@pytest.mark.parametrize("name", REPORTS)
def test_each_format_looks_as_its_picture(name: str) -> None:
    picture = GOLDEN / f"{name}.{SUFFIXES.get(name, 'txt')}"
    assert REPORTS[name](a_report()) == picture.read_text("utf-8")


def test_the_full_format_speaks_english_too() -> None:
    assert REPORTS["full"](a_report(language="en")) == (GOLDEN / "full.en.txt").read_text("utf-8")


@pytest.mark.parametrize("name", REPORTS)
def test_each_format_can_say_that_nothing_was_found(name: str) -> None:
    written = REPORTS[name](a_report((), history=True))
    assert written.endswith("\n")
    assert "--base" not in written


@pytest.mark.parametrize("name", ["full", "concise", "markdown", "github"])
def test_people_are_told_when_history_was_not_judged(name: str) -> None:
    assert "Historiaa ei arvioitu" in REPORTS[name](a_report(())).replace("&#45;", "-")
    assert "Historiaa ei arvioitu" not in REPORTS[name](a_report((), history=True))
