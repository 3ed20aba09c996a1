"""The audit replays a branch's history, and names each step that the gate would have stopped."""

import io
import json
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from aloitus.command_line.run import run
from gate_cases import CLOSING, edited, practice
from git_history import Commit, Content, make_history

Files = Mapping[str, Content]
PROCESS = "templates/processes/client-onboarding.yaml"
OPEN_TASK = {"find": "    status: done\n    date: 2026-05-18\n    by: matti-makinen\n", "put": "    status: open\n"}
WAIVABLE = {"find": "workdays\n    waivable: false\n    evidence", "put": "workdays\n    evidence"}


def audit(root: Path, *options: str) -> tuple[int, dict[str, Any], str]:
    out, said = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(said):
        code = run(["-C", str(root), "--lang", "en", "audit", "--json", *options])
    return code, json.loads(out.getvalue()) if out.getvalue() else {}, said.getvalue()


def changed(files: Files, **edits: list[dict[str, str]]) -> Files:
    return edited(files, {f"clients/{name}.yaml": edit for name, edit in edits.items()}, "test")


def at(day: str) -> str:
    moment = datetime.fromisoformat(f"{day}T09:00:00").replace(tzinfo=UTC)
    return f"{int(moment.timestamp())} +0000"


def told(root: Path, *options: str) -> list[tuple[str, list[str]]]:
    _, found, _ = audit(root, *options)
    return [(step["subject"], sorted({it["code"] for it in step["findings"]})) for step in found["stopped"]]


def test_an_honest_history_has_nothing_to_tell(tmp_path: Path) -> None:
    waived = {"find": OPEN_TASK["find"], "put": (
        "    status: not-applicable\n    reason: Asiakas jatkaa tilikartallaan\n    by: liisa-laine\n"
        "    approved_by: eeva-esihenkilo\n"
    )}  # fmt: skip
    second = changed(practice(), acme=[waived])
    make_history(
        tmp_path,
        [
            Commit("one", practice(), when=at("2026-11-18")),
            Commit("two", second, ["one"], when=at("2026-11-19")),
            Commit("three", edited(second, CLOSING, "test"), ["two"], when=at("2026-11-23")),
        ],
    )
    code, found, _ = audit(tmp_path)
    assert (code, found["steps"], found["stopped"]) == (0, 3, [])


def test_a_closing_that_was_pushed_past_the_gate_is_found(tmp_path: Path) -> None:
    start = changed(practice(), acme=[OPEN_TASK])
    make_history(
        tmp_path,
        [
            Commit("one", start, when=at("2026-11-20")),
            Commit("two", edited(start, CLOSING, "test"), ["one"], "Close acme\n\nforced", at("2026-11-23")),
            Commit("three", {**edited(start, CLOSING, "test"), "README.md": "x"}, ["two"], when=at("2026-11-23")),
        ],
    )
    code, found, _ = audit(tmp_path)
    assert code == 1
    assert told(tmp_path) == [("Close acme", ["CLO301"])]
    assert found["stopped"][0]["findings"][0]["client"] == "acme"


def test_weakening_closing_and_restoring_shows_as_its_steps(tmp_path: Path) -> None:
    done = "    status: done\n    date: 2026-04-22\n    by: tiina-tuki\n    evidence: Toimeksianto 10482\n"
    start = changed(practice(), acme=[{"find": done, "put": "    status: open\n"}])
    weak = edited(start, {PROCESS: [WAIVABLE]}, "test")
    waived = changed(
        weak,
        acme=[
            {
                "find": "    status: open\n",
                "put": "    status: not-applicable\n    reason: Tunnetaan jo ennestään\n"
                "    by: liisa-laine\n    approved_by: eeva-esihenkilo\n",
            }
        ],
    )
    closed = edited(waived, CLOSING, "test")
    make_history(
        tmp_path,
        [
            Commit("one", start, when=at("2026-11-20")),
            Commit("weaken", weak, ["one"], "Weaken", at("2026-11-21")),
            Commit("close", closed, ["weaken"], "Close", at("2026-11-22")),
            Commit("restore", {**closed, PROCESS: start[PROCESS]}, ["close"], "Restore", at("2026-11-23")),
        ],
    )
    assert told(tmp_path) == [("Weaken", ["POL521"])]


def test_only_the_result_of_a_merge_is_judged(tmp_path: Path) -> None:
    start = changed(practice(), acme=[OPEN_TASK])
    make_history(
        tmp_path,
        [
            Commit("one", start, when=at("2026-11-20")),
            Commit("bad", edited(start, CLOSING, "test"), ["one"], "Too early", at("2026-11-21")),
            Commit("good", edited(practice(), CLOSING, "test"), ["bad"], "Finish", at("2026-11-22")),
            Commit("main", edited(practice(), CLOSING, "test"), ["one", "good"], "Merge", at("2026-11-23")),
        ],
    )
    assert told(tmp_path) == []


def test_each_step_is_judged_on_its_own_day(tmp_path: Path) -> None:
    """A supervisor who left later could approve; one who had left couldn't."""
    waived = {"find": OPEN_TASK["find"], "put": (
        "    status: not-applicable\n    reason: Asiakas jatkaa tilikartallaan\n    by: liisa-laine\n"
        "    approved_by: olli-lahtenyt\n"
    )}  # fmt: skip
    for day, expected in (("2026-07-30", []), ("2026-08-03", [("Change", ["POL503"])])):
        root = tmp_path / day
        early = {path: text for path, text in practice().items() if path != "clients/gamma.yaml"}
        make_history(
            root,
            [
                Commit("one", early, when=at("2026-07-01")),
                Commit("two", changed(early, acme=[waived]), ["one"], when=at(day)),
            ],
        )
        code, found, _ = audit(root)
        approvals = [one for one in told(root) if any(code.startswith("POL") for code in one[1])]
        assert [(name, [code for code in codes if code.startswith("POL")]) for name, codes in approvals] == expected, (
            found
        )
        assert code in (0, 1)


def test_since_begins_after_a_commit_of_the_branch(tmp_path: Path) -> None:
    later = {"find": "date: 2026-04-22", "put": "date: 2026-04-23"}
    start = changed(practice(), acme=[OPEN_TASK])
    closed = edited(start, CLOSING, "test")
    history = make_history(
        tmp_path,
        [
            Commit("one", start, when=at("2026-11-20")),
            Commit("two", closed, ["one"], "Close acme", at("2026-11-23")),
            Commit(
                "three",
                changed(closed, acme=[later]),
                ["two"],
                "Edit",
                at("2026-11-23"),
            ),
        ],
    )
    assert told(tmp_path, "--since", history.commits["one"]) == [("Close acme", ["CLO301"]), ("Edit", ["HIS404"])]
    assert told(tmp_path, "--since", history.commits["two"]) == [("Edit", ["HIS404"])]


def test_a_start_that_is_not_on_the_branch_is_refused(tmp_path: Path) -> None:
    make_history(
        tmp_path,
        [
            Commit("one", practice()), Commit("side", {**practice(), "a": "x"}, ["one"]),
            Commit("main", {**practice(), "a": "x"}, ["one", "side"]),
        ],
    )  # fmt: skip
    code, _, said = audit(tmp_path, "--since", "side")
    assert code == 3
    assert "git log --first-parent" in said


def test_a_step_that_cannot_be_judged_is_never_passed_over(tmp_path: Path) -> None:
    broken = {**practice(), "templates/firm.yaml": "name: [\n"}
    make_history(
        tmp_path,
        [Commit("one", broken, when=at("2026-11-20")), Commit("two", practice(), ["one"], "Mend", at("2026-11-23"))],
    )
    code, found, _ = audit(tmp_path)
    assert code == 1
    assert [step["subject"] for step in found["stopped"]] == ["Change", "Mend"]


def test_a_subject_cannot_forge_a_line(tmp_path: Path) -> None:
    start = changed(practice(), acme=[OPEN_TASK])
    make_history(
        tmp_path,
        [
            Commit("one", start, when=at("2026-11-20")),
            Commit("two", edited(start, CLOSING, "test"), ["one"], "\x1b[2K::error::x \x9b31m", at("2026-11-23")),
        ],
    )
    out = io.StringIO()
    with redirect_stdout(out):
        code = run(["-C", str(tmp_path), "--lang", "en", "audit"])
    assert code == 1
    assert "\x1b" not in out.getvalue()
    assert not any(line.startswith("::") for line in out.getvalue().splitlines())


def test_a_guide_that_a_task_names_and_that_went_is_found(tmp_path: Path) -> None:
    due = "    due: agreement_signed + 2 workdays\n"
    named = edited(practice(), {PROCESS: [{"find": due, "put": f"{due}    guide: opening\n"}]}, "test")
    start = {**named, "site/guides/fi/opening.md": "# Avaus\n", "site/guides/en/opening.md": "# Opening\n"}
    without = {path: content for path, content in start.items() if path != "site/guides/fi/opening.md"}
    make_history(
        tmp_path,
        [Commit("one", start, when=at("2026-11-23")), Commit("two", without, ["one"], "Tidy up", at("2026-11-23"))],
    )
    assert told(tmp_path) == [("Tidy up", ["PRO708"])]


@pytest.mark.parametrize("when", ["253402300800 +0000", "99999999999999 +0000"])
def test_a_commit_that_says_it_was_made_after_the_last_year_is_judged_today(tmp_path: Path, when: str) -> None:
    files = practice()
    make_history(
        tmp_path,
        [
            Commit("start", files, when=at("2026-11-23")),
            Commit("main", edited(files, CLOSING, "test"), ["start"], "Close", when=when),
            Commit("broken", {**files, "clients/acme.yaml": "name: ["}, ["main"], "Break", when=when),
        ],
    )
    code, found, said = audit(tmp_path, "--since", "start")
    assert (code, found["steps"], said) == (1, 2, "")
    assert found["stopped"][-1]["subject"] == "Break"
    out = io.StringIO()
    with redirect_stdout(out):
        assert run(["-C", str(tmp_path), "audit", "--since", "start"]) == 1
    assert "9999-12-31  Break" in out.getvalue()
