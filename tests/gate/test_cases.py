"""Every folder of `tests/cases/gate` is a pull request on a real repository, judged as it says."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gate_cases import TODAY, Case, all_cases
from gate_check import check
from git_history import Content
from golden import same_as_golden

CASES = list(all_cases())
TOLD = Path(__file__).parent / "golden" / "cases"
"""What each is told, in English. A new case gets its file by ALOITUS_UPDATE_GOLDEN=1, to be read before it's kept."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_pull_request_is_judged_right(case: Case, tmp_path: Path) -> None:
    case.repository(tmp_path)
    told = check(tmp_path, "main", "change", TODAY, case.options)
    shown = "\n".join(
        f"{one['severity']} {one['code']} {one['path']}:{one['line']} {one['message']}" for one in told.findings
    )
    assert told.exit == case.exit, f"{case.about}\n{shown}{told.refusal}"
    places = {place(one, case) for one in told.findings if one["severity"] == "error" or case.exit == 0}
    beside = {place({**one, **more}, case) for one in told.findings for more in one["related"]}
    for wanted, found in [*((one, places) for one in case.findings), *((one, beside) for one in case.related)]:
        assert any(fits(wanted, one) for one in found), f"{wanted} is not among\n" + "\n".join(sorted(found))
    same_as_golden(TOLD / f"{case.name}.txt", "".join(line for one in told.findings for line in lines(one)))
    said = "\n".join(f"{one['message']}\n{one['help']}" for one in told.findings)
    assert [words for words in case.says if words not in said] == [], said
    codes = {one["code"] for one in told.findings}
    assert not codes & set(case.absent), shown
    if case.only:
        listed = {wanted.split(" ")[0] for wanted in case.findings}
        assert {one["code"] for one in told.findings if one["severity"] == "error"} <= listed, shown
    if case.first:
        assert told.findings[0]["code"] == case.first, shown


def lines(finding: dict[str, Any]) -> Iterator[str]:
    yield f"{finding['severity']} {finding['code']} {finding['path']}:{finding['line']}: {finding['message']}\n"
    if finding["help"]:
        yield f"  > {finding['help']}\n"
    for beside in finding["related"]:
        yield f"  + {beside['path']}:{beside['line']}: {beside['message']}\n"


ELSEWHERE = {
    "stopped 24": "gate/test_histories.py",
    "stopped 42": "gate/test_histories.py",
    "stopped 43": "gate/test_histories.py",
    "stopped 44": "gate/test_untrusted_names.py",
    "stopped 45": "pages/test_untrusted_wiki.py",
    "let-through 12a": "gate/test_histories.py",
    "let-through 26": "gate/test_histories.py",
}
"""Numbers of the list of cases that take more than one change, or no change, and the tests that have them."""
STOPPED = [*map(str, range(1, 46)), "16a", "16b", "16c", "16d", "22a"]
LET_THROUGH = [*map(str, range(1, 29)), "12a"]


def test_every_number_of_the_list_of_cases_has_a_case() -> None:
    wanted = {f"stopped {number}" for number in STOPPED} | {f"let-through {number}" for number in LET_THROUGH}
    told = {number for case in CASES for number in case.numbers}
    assert told | ELSEWHERE.keys() == wanted
    assert [file for file in ELSEWHERE.values() if not (Path(__file__).parents[1] / file).is_file()] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_that_passes_is_called_good(case: Case) -> None:
    assert (case.exit == 0) == (case.name.startswith("good-") or case.name == "close-finished")
    assert all(number.startswith("let-through" if case.exit == 0 else "stopped") for number in case.numbers)


def place(finding: dict[str, object], case: Case) -> str:
    """`CODE path | the line's text`."""
    content = case.head.get(str(finding["path"]))
    return f"{finding['code']} {finding['path']} | {_line(content, finding['line'])}"


def _line(content: Content | None, line: object) -> str:
    if not isinstance(content, str | bytes) or not isinstance(line, int):
        return ""
    text = content.decode("utf-8", "replace") if isinstance(content, bytes) else content
    lines = text.split("\n")
    return lines[line - 1].strip() if line <= len(lines) else ""


def fits(wanted: str, found: str) -> bool:
    """Whether a finding is the one that the case names: by code, by file, by what its line holds."""
    code_and_file, _, line = wanted.partition(" | ")
    start = code_and_file.removesuffix("…") if code_and_file.endswith("…") else f"{code_and_file} "
    if not found.startswith(start):
        return False
    return line in found.partition(" | ")[2]


def test_the_practice_itself_is_sound(tmp_path: Path) -> None:
    from gate_cases import practice
    from git_history import Commit, make_history

    make_history(tmp_path, [Commit("main", practice()), Commit("change", {**practice(), "README.md": "x"}, ["main"])])
    told = check(tmp_path, "main", "change", TODAY)
    assert [one for one in told.findings if one["severity"] != "note"] == []
    assert told.exit == 0
