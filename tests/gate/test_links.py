"""Reports link to what the wiki explains of each finding: by base's settings alone, whatever a change says of them."""

import json
from pathlib import Path

import pytest

from aloitus.command_line.run import run
from gate_cases import PRACTICE, TODAY, closed, unfinished
from git_history import SYMLINK, Commit, Files, History, Odd, make_history

WIKI = "site_name: Aloitus\nsite_url: https://wiki.example/onboarding\n"
CHECKS = "https://wiki.example/onboarding/checks/"
THEIRS = "site_name: Aloitus\nsite_url: https://elsewhere.example/\n"
FIRM = "templates/firm.yaml"


def history(root: Path, base: Files, head: Files) -> History:
    """A closing with an open task, and other files that base and head have."""
    before, after = {**unfinished(), **base}, {**closed(unfinished()), **head}
    return make_history(root, [Commit("main", before), Commit("change", after, ["main"])])


def urls(root: Path, capsys: pytest.CaptureFixture[str], *options: str, language: str = "fi") -> set[str | None]:
    """Those of all findings, each without its own code at the end."""
    judged = ("check", "--base", "main", *options, "--output-format", "json", "--today", TODAY)
    assert run(["-C", str(root), "--lang", language, *judged]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert any(one["code"] == "CLO301" for one in found)
    return {one["url"] and one["url"].removesuffix(f"{one['code'].lower()}/") for one in found}


@pytest.mark.parametrize(
    "head",
    [
        {},
        {"mkdocs.yml": WIKI},
        {"mkdocs.yml": THEIRS},
        {"mkdocs.yml": WIKI, "mkdocs.fi.yml": THEIRS},
        {"mkdocs.yml": "site_url: [\n"},
        {"mkdocs.yml": Odd(SYMLINK, b"elsewhere.yml")},
    ],
)
def test_the_address_is_bases_whatever_the_change_says(
    tmp_path: Path, head: Files, capsys: pytest.CaptureFixture[str]
) -> None:
    history(tmp_path, {"mkdocs.yml": WIKI}, head)
    assert urls(tmp_path, capsys, "--head", "change") == {CHECKS}


def test_the_working_tree_that_is_judged_puts_no_link_in_either(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    history(tmp_path, {"mkdocs.yml": WIKI}, {"mkdocs.yml": THEIRS}).check_out("change")
    assert (tmp_path / "mkdocs.yml").read_text("utf-8") == THEIRS
    assert urls(tmp_path, capsys) == {CHECKS}
    assert urls(tmp_path, capsys, "--head", "change") == {CHECKS}


@pytest.mark.parametrize(
    "base",
    [
        {},
        {"mkdocs.yml": "site_name: Aloitus\n"},
        {"mkdocs.yml": "site_url: javascript:alert(1)\n"},
        {"mkdocs.yml": Odd(SYMLINK, b"elsewhere.yml")},
        {"mkdocs.yml/inside": WIKI},
    ],
)
def test_a_change_gives_no_address_to_a_wiki_that_has_none(
    tmp_path: Path, base: Files, capsys: pytest.CaptureFixture[str]
) -> None:
    history(tmp_path, base, {"mkdocs.yml": THEIRS}).check_out("change")
    assert urls(tmp_path, capsys) == {None}
    assert urls(tmp_path, capsys, "--head", "change") == {None}


def test_the_page_is_in_the_language_of_the_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    history(tmp_path, {"mkdocs.yml": WIKI}, {"mkdocs.yml": THEIRS})
    found = urls(tmp_path, capsys, "--head", "change", language="en")
    assert found == {"https://wiki.example/onboarding/en/checks/"}


def test_a_language_with_an_address_of_its_own_keeps_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = "INHERIT: mkdocs.yml\nsite_url: https://en.example/\n"
    history(tmp_path, {"mkdocs.yml": WIKI, "mkdocs.en.yml": own}, {"mkdocs.yml": WIKI, "mkdocs.en.yml": THEIRS})
    assert urls(tmp_path, capsys, "--head", "change", language="en") == {"https://en.example/checks/"}


def test_which_languages_the_wiki_has_is_bases_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One in Finnish alone is linked to in an English report, too."""
    firm = (PRACTICE / FIRM).read_text("utf-8")
    before, after = firm.replace("[fi, en]", "[fi]"), firm.replace("[fi, en]", "[en, fi]")
    assert len({firm, before, after}) == 3
    history(tmp_path, {"mkdocs.yml": WIKI, FIRM: before}, {"mkdocs.yml": WIKI, FIRM: after})
    assert urls(tmp_path, capsys, "--head", "change", language="en") == {CHECKS}
