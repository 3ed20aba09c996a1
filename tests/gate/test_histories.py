"""The same change gives the same verdict however it comes into the main branch, and what can't be judged is refused."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from gate_cases import CLOSING, TODAY, edited, practice
from gate_check import check
from git_history import Commit, Content, make_history

Files = Mapping[str, Content]

OPEN_TASK = {"find": "    status: done\n    date: 2026-05-18\n    by: matti-makinen\n", "put": "    status: open\n"}
NEW_CLIENT = "name: Omega Oy\nprocess: client-onboarding\nstatus: planned\nservices: [bookkeeping]\n"


def with_edits(files: Files, edits: Mapping[str, object], **more: Content) -> Files:
    return {**edited(files, edits, "test"), **more}


def closed(files: Files) -> Files:
    return with_edits(files, CLOSING)


def unfinished() -> Files:
    return with_edits(practice(), {"clients/acme.yaml": [OPEN_TASK]})


def codes(root: Path, base: str = "main", head: str | None = "change", *options: str) -> list[str]:
    told = check(root, base, head, TODAY, options)
    return [one["code"] for one in told.findings if one["severity"] == "error"]


def meanwhile(files: Files) -> Files:
    """What others merged since the change branched off."""
    beta = [{"find": "status: in-progress\n\n  agree", "put": "status: blocked\n    reason: Odottaa passia\n\n  agree"}]
    return {**with_edits(files, {"clients/beta.yaml": beta}), "clients/omega.yaml": NEW_CLIENT}


@pytest.mark.parametrize("honest", [True, False])
def test_a_change_is_judged_alike_squashed_rebased_merged_or_behind(tmp_path: Path, *, honest: bool) -> None:
    start = practice() if honest else unfinished()
    halfway = {**start, "README.md": "x"}
    done, now = closed(halfway), meanwhile(start)
    expected = [] if honest else ["CLO301"]
    histories = {
        "squashed": [Commit("main", start), Commit("change", done, ["main"])],
        "in two commits": [Commit("main", start), Commit("half", halfway, ["main"]), Commit("change", done, ["half"])],
        "rebased": [
            Commit("old", start), Commit("main", now, ["old"]),
            Commit("half", meanwhile(halfway), ["main"]), Commit("change", closed(meanwhile(halfway)), ["half"]),
        ],
        "merged": [
            Commit("old", start), Commit("side", done, ["old"]), Commit("main", now, ["old"]),
            Commit("change", meanwhile(done), ["main", "side"]),
        ],
        "behind": [Commit("old", start), Commit("main", now, ["old"]), Commit("change", done, ["old"])],
        "base merged into it": [
            Commit("old", start), Commit("half", halfway, ["old"]), Commit("main", now, ["old"]),
            Commit("join", meanwhile(halfway), ["half", "main"]),
            Commit("change", closed(meanwhile(halfway)), ["join"]),
        ],
    }  # fmt: skip
    for name, commits in histories.items():
        root = tmp_path / name.replace(" ", "-")
        make_history(root, commits)
        assert codes(root) == expected, name


def test_what_others_merged_meanwhile_is_not_taken_for_a_removal(tmp_path: Path) -> None:
    start = practice()
    behind = with_edits(start, {"clients/delta.yaml": [{"append": "notes: Soitettu\n"}]})
    make_history(
        tmp_path, [Commit("old", start), Commit("main", meanwhile(start), ["old"]), Commit("change", behind, ["old"])]
    )
    assert check(tmp_path, "main", "change", TODAY).exit == 0


def test_policy_that_others_merged_meanwhile_counts(tmp_path: Path) -> None:
    """A closing is judged by the tip of base, not by what the branch grew from."""
    start = practice()
    process = "templates/processes/client-onboarding.yaml"
    stricter = with_edits(
        start, {process: [{"find": "latest: service_start + 5 months", "put": "latest: service_start + 4 months"}]}
    )
    make_history(
        tmp_path, [Commit("old", start), Commit("main", stricter, ["old"]), Commit("change", closed(start), ["old"])]
    )
    assert codes(tmp_path) == ["CLO304"]


def test_two_green_changes_that_are_red_together_are_red_against_the_tip(tmp_path: Path) -> None:
    """One closes, the other adds an extra task to the same client: the second is judged on top of the first."""
    start = practice()
    extra = (
        "extra_tasks:\n  scan-contracts:\n    title: Skannaa sopimukset\n    role: support-services\n    status: open\n"
    )
    more = with_edits(start, {"clients/acme.yaml": [{"find": "extra_tasks:\n", "put": extra}]})
    both = with_edits(closed(start), {"clients/acme.yaml": [{"find": "extra_tasks:\n", "put": extra}]})
    make_history(
        tmp_path,
        [
            Commit("old", start), Commit("main", closed(start), ["old"]), Commit("change", more, ["old"]),
            Commit("landed", both, ["main", "change"]),
        ],
    )  # fmt: skip
    assert codes(tmp_path, "old", "main") == []
    assert codes(tmp_path, "old", "change") == []
    assert "HIS404" in codes(tmp_path)
    assert "HIS404" in codes(tmp_path, "main", "landed")


def test_a_bad_closing_among_two_hundred_clients_is_named_first(tmp_path: Path) -> None:
    gamma = str(edited(practice(), {}, "test")["clients/beta.yaml"], "utf-8")  # type: ignore[arg-type]
    many = {
        f"clients/c{number:03}.yaml": gamma.replace("Beta", f"C{number}").replace(
            "business_id: 9000020-6\n", "business_id_pending: Perusteilla\n"
        )
        for number in range(200)
    }
    start = {**unfinished(), **many}
    touched = {path: f"{text}notes: Käyty läpi\n" for path, text in many.items()}
    make_history(tmp_path, [Commit("main", start), Commit("change", {**closed(start), **touched}, ["main"])])
    told = check(tmp_path, "main", "change", TODAY)
    assert told.exit == 1
    assert (told.findings[0]["code"], told.findings[0]["path"]) == ("CLO301", "clients/acme.yaml")


@pytest.mark.parametrize(
    ("base", "exit_code", "mend"),
    [
        ("HEAD", 3, "--base origin/main"),
        ("change", 3, "--base origin/main"),
        ("", 2, "--base origin/main"),
        ("--output=x", 2, "git fetch"),
        ("nowhere", 2, "git fetch"),
        ("0" * 40, 3, "--base origin/main"),
    ],
)
def test_a_base_that_says_nothing_is_refused_with_the_mend(
    tmp_path: Path, base: str, exit_code: int, mend: str
) -> None:
    make_history(tmp_path, [Commit("main", unfinished()), Commit("change", closed(unfinished()), ["main"])])
    told = check(tmp_path, base, "change", TODAY)
    assert told.exit == exit_code
    assert mend in told.refusal


def test_a_broken_process_on_main_is_judged_by_its_earlier_version(tmp_path: Path) -> None:
    process = "templates/processes/client-onboarding.yaml"
    start = unfinished()
    broken = {**start, process: "title: [\n"}
    make_history(
        tmp_path,
        [Commit("old", start), Commit("main", broken, ["old"]), Commit("change", closed(start), ["main"])],
    )
    told = check(tmp_path, "main", "change", TODAY)
    assert told.exit == 1
    assert {"CLO301", "POL532"} <= {one["code"] for one in told.findings}


def test_mending_a_broken_file_on_main_passes(tmp_path: Path) -> None:
    """The file is compared with its last version that could be read."""
    start = practice()
    broken = {**start, "clients/beta.yaml": "name: [\n"}
    make_history(tmp_path, [Commit("old", start), Commit("main", broken, ["old"]), Commit("change", start, ["main"])])
    assert check(tmp_path, "main", "change", TODAY).exit == 0


def test_a_broken_file_on_main_does_not_hide_what_a_change_does_to_it(tmp_path: Path) -> None:
    start = practice()
    broken = {**start, "clients/gamma.yaml": "name: [\n"}
    edit = {"clients/gamma.yaml": [{"find": "date: 2026-07-01", "put": "date: 2026-07-02"}]}
    make_history(
        tmp_path,
        [Commit("old", start), Commit("main", broken, ["old"]), Commit("change", with_edits(start, edit), ["main"])],
    )
    assert codes(tmp_path) == ["HIS404"]


def test_a_policy_that_was_never_readable_cannot_judge(tmp_path: Path) -> None:
    process = "templates/processes/client-onboarding.yaml"
    broken = {**practice(), process: "title: [\n"}
    make_history(tmp_path, [Commit("main", broken), Commit("change", closed(practice()), ["main"])])
    told = check(tmp_path, "main", "change", TODAY)
    assert told.exit == 3
    assert "templates/processes/client-onboarding.yaml" in told.refusal


def test_the_working_tree_is_judged_like_a_commit(tmp_path: Path) -> None:
    history = make_history(tmp_path, [Commit("main", unfinished()), Commit("change", unfinished(), ["main"])])
    history.check_out("change")
    for path, content in closed(unfinished()).items():
        (tmp_path / path).write_bytes(content if isinstance(content, bytes) else str(content).encode())
    assert codes(tmp_path, "main", None) == ["CLO301"]


def test_an_unchanged_file_never_becomes_an_error_through_the_calendar(tmp_path: Path) -> None:
    make_history(tmp_path, [Commit("main", practice()), Commit("change", {**practice(), "README.md": "x"}, ["main"])])
    assert [check(tmp_path, "main", "change", day).exit for day in ("2026-05-01", "2027-06-01", "2040-01-01")] == [
        0,
        0,
        0,
    ]
