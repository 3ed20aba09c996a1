"""The same change gives the same verdict however it comes into the main branch."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from gate_cases import TODAY, closed, edited, practice, unfinished, with_edits
from gate_check import check, check_tree
from git_history import Commit, Content, make_history

Files = Mapping[str, Content]

NEW_CLIENT = "name: Omega Oy\nprocess: client-onboarding\nstatus: planned\nservices: [bookkeeping]\n"


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
    make_history(tmp_path / "landed", [Commit("landed", both)]).check_out("landed")
    on_main = check_tree(tmp_path / "landed", TODAY)
    assert on_main.exit == 1
    assert ("CLO301", "clients/acme.yaml") in {(one["code"], one["path"]) for one in on_main.findings}


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
    ("text", "code"),
    [("name: x\n" + "#" * 300_000, "YML001"), ("notes: " + "[" * 40 + "]" * 40 + "\n", "YML005"),
     ("tasks:\n" + "".join(f"  t{number}: {{}}\n" for number in range(21_000)), "YML006")],
)  # fmt: skip
def test_a_file_without_measure_is_a_finding_and_hides_nothing(tmp_path: Path, text: str, code: str) -> None:
    head = {**closed(unfinished()), "clients/bomb.yaml": text}
    make_history(tmp_path, [Commit("main", unfinished()), Commit("change", head, ["main"])])
    assert {code, "CLO301"} <= set(codes(tmp_path))


def test_a_file_of_attributes_that_is_too_long_to_be_read_is_a_finding(tmp_path: Path) -> None:
    hidden = "#" * 300_000 + "\nclients/*.yaml -diff\n"
    make_history(
        tmp_path, [Commit("main", practice()), Commit("change", {**practice(), ".gitattributes": hidden}, ["main"])]
    )
    assert codes(tmp_path) == ["FIL607"]


def test_named_clients_alone_are_shown_and_all_decide(tmp_path: Path) -> None:
    make_history(tmp_path, [Commit("main", unfinished()), Commit("change", closed(unfinished()), ["main"])])
    told = check(tmp_path, "main", "change", TODAY, ("beta",))
    assert told.exit == 1
    assert [one for one in told.findings if one["path"] != "clients/beta.yaml"] == []


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
