"""Two states of a repository are read from git objects, and nothing in the repository steers or runs anything."""

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from aloitus.errors import UserError
from aloitus.model.tree import FileKind
from aloitus.snapshot.repository import repository
from aloitus.snapshot.states import Step, step
from git_history import SUBMODULE, SYMLINK, Commit, Content, History, Odd, clean_environment, make_history

ONE = {"clients/acme.yaml": "name: Acme\n", "README.md": "x"}
TWO = {"clients/acme.yaml": "name: Acme Oy\n", "README.md": "x"}


def take(root: Path, base: str, head: str | None = None) -> tuple[Step, dict[str, bytes], dict[str, bytes]]:
    with repository(root) as opened:
        taken = step(opened, base, head)
        return taken, dict(taken.base.read(taken.base.entries)), dict(taken.head.read(taken.head.entries))


def refusal(root: Path, base: str, head: str | None = None) -> tuple[str, int]:
    with pytest.raises(UserError) as raised:
        take(root, base, head)
    return raised.value.message.key, raised.value.exit_code


def two_commits(root: Path) -> None:
    make_history(root, [Commit("main", ONE), Commit("branch", TWO, ["main"])])


def test_base_and_head_are_read_from_objects_without_a_checkout(tmp_path: Path) -> None:
    two_commits(tmp_path)
    _, base, head = take(tmp_path, "main", "branch")
    assert base == {"clients/acme.yaml": b"name: Acme\n"}
    assert head == {"clients/acme.yaml": b"name: Acme Oy\n"}


def test_a_repository_of_sha256_is_read_as_any_other(tmp_path: Path) -> None:
    make_history(tmp_path, [Commit("main", ONE), Commit("branch", TWO, ["main"])], object_format="sha256")
    _, _, head = take(tmp_path, "main", "branch")
    assert head == {"clients/acme.yaml": b"name: Acme Oy\n"}


def test_what_others_merged_meanwhile_is_in_the_head_that_is_judged(tmp_path: Path) -> None:
    meanwhile = ONE | {"clients/beta.yaml": "name: Beta\n"}
    make_history(tmp_path, [Commit("old", ONE), Commit("main", meanwhile, ["old"]), Commit("branch", TWO, ["old"])])
    _, base, head = take(tmp_path, "main", "branch")
    assert set(base) == set(head) == {"clients/acme.yaml", "clients/beta.yaml"}
    assert head["clients/acme.yaml"] == b"name: Acme Oy\n"


def test_merging_in_memory_leaves_nothing_in_the_clone(tmp_path: Path) -> None:
    meanwhile = ONE | {"clients/beta.yaml": "name: Beta\n"}
    history = make_history(
        tmp_path, [Commit("old", ONE), Commit("main", meanwhile, ["old"]), Commit("branch", TWO, ["old"])]
    )
    before = history.git("count-objects", "-v")
    take(tmp_path, "main", "branch")
    assert history.git("count-objects", "-v") == before


def test_an_attribute_of_the_head_cannot_choose_how_it_is_merged(tmp_path: Path) -> None:
    union = {".gitattributes": "*.yaml merge=union\n"}
    history = make_history(
        tmp_path,
        [
            Commit("old", ONE),
            Commit("main", {"clients/acme.yaml": "name: Beta\n"}, ["old"]),
            Commit("branch", {"clients/acme.yaml": "name: Gamma\n"} | union, ["old"]),
        ],
    )
    history.check_out("branch")
    assert refusal(tmp_path, "main", "branch") == ("git.conflict", 3)


@pytest.mark.parametrize(
    ("base", "key", "code"),
    [
        ("", "git.empty-name", 2),
        ("  ", "git.empty-name", 2),
        ("--output=stolen", "git.unknown-name", 2),
        ("-x", "git.unknown-name", 2),
        ("no-such-branch", "git.unknown-name", 2),
        ("main:clients/acme.yaml", "git.unknown-name", 2),
        ("main..branch", "git.unknown-name", 2),
        ("^main", "git.unknown-name", 2),
        ("0" * 40, "git.no-commit-yet", 3),
        ("1" * 40, "git.unknown-name", 2),
        ("branch", "git.nothing-new", 3),
        ("HEAD", "git.nothing-new", 3),
        ("main\nbranch", "git.unknown-name", 2),
    ],
)
def test_a_base_that_cannot_be_judged_by_is_refused(tmp_path: Path, base: str, key: str, code: int) -> None:
    two_commits(tmp_path)
    assert refusal(tmp_path, base, "branch") == (key, code)
    assert not (tmp_path / "stolen").exists()


@pytest.mark.parametrize("head", ["", "  "])
def test_a_head_without_a_name_is_not_taken_for_the_one_that_is_checked_out(tmp_path: Path, head: str) -> None:
    two_commits(tmp_path)
    assert refusal(tmp_path, "main", head) == ("git.empty-name", 2)


@pytest.mark.parametrize("name", ["tag", "main~0", "refs/heads/main"])
def test_whatever_stands_for_a_commit_may_be_a_base(tmp_path: Path, name: str) -> None:
    history = make_history(tmp_path, [Commit("main", ONE), Commit("branch", TWO, ["main"])])
    history.git("tag", "-a", "-m", "x", "tag", "main")
    assert take(tmp_path, name, "branch")[1] == {"clients/acme.yaml": b"name: Acme\n"}


def cloned(tmp_path: Path) -> History:
    """A clone of main and branch, with HEAD on the branch."""
    two_commits(tmp_path / "far")
    subprocess.run(
        ["git", "clone", "-q", os.fspath(tmp_path / "far"), os.fspath(tmp_path / "near")],
        env=clean_environment(), check=True,
    )  # fmt: skip
    return History(tmp_path / "near")


@pytest.mark.parametrize("suffix", ["", "~0", "^{commit}", "@{0}"])
@pytest.mark.parametrize("called", ["tag", "branch"])
def test_a_tag_or_a_branch_called_like_the_base_does_not_become_it(tmp_path: Path, called: str, suffix: str) -> None:
    history = cloned(tmp_path)
    history.git(called, "origin/main", "HEAD")
    assert refusal(history.root, f"origin/main{suffix}", "HEAD") == ("git.ambiguous-name", 2)
    assert refusal(history.root, "HEAD", f"origin/main{suffix}") == ("git.ambiguous-name", 2)
    assert take(history.root, "refs/remotes/origin/main", "HEAD")[1] == {"clients/acme.yaml": b"name: Acme\n"}


def test_a_name_that_stands_for_the_same_commit_twice_is_one_name(tmp_path: Path) -> None:
    history = cloned(tmp_path)
    history.git("tag", "-a", "-m", "x", "origin/main", "refs/remotes/origin/main")
    assert take(history.root, "origin/main", "HEAD")[1] == {"clients/acme.yaml": b"name: Acme\n"}


def test_a_tag_does_not_stand_in_for_a_full_name_that_is_not_there(tmp_path: Path) -> None:
    history = cloned(tmp_path)
    history.git("tag", "refs/remotes/origin/next", "HEAD~1")
    assert refusal(history.root, "refs/remotes/origin/next", "HEAD") == ("git.unknown-name", 2)


@pytest.mark.parametrize("name", ["main^{tree}", "main:clients", "main:README.md"])
def test_a_tree_or_a_file_is_no_base(tmp_path: Path, name: str) -> None:
    two_commits(tmp_path)
    assert refusal(tmp_path, name, "branch") == ("git.unknown-name", 2)


def test_a_clone_that_borrows_its_objects_is_read_as_any_other(tmp_path: Path) -> None:
    two_commits(tmp_path / "far")
    for near, source in (("near", "far"), ("nearer", "near")):
        subprocess.run(
            ["git", "clone", "-q", "--shared", os.fspath(tmp_path / source), os.fspath(tmp_path / near)],
            env=clean_environment(), check=True,
        )  # fmt: skip
    assert take(tmp_path / "nearer", "HEAD~1", "HEAD")[2] == {"clients/acme.yaml": b"name: Acme Oy\n"}


def test_a_second_work_tree_is_read_as_the_first(tmp_path: Path) -> None:
    history = make_history(tmp_path / "first", [Commit("main", ONE), Commit("branch", TWO, ["main"])])
    history.git("worktree", "add", "-q", "--detach", os.fspath(tmp_path / "second"), "branch")
    assert take(tmp_path / "second", "main", "branch")[2] == {"clients/acme.yaml": b"name: Acme Oy\n"}


def test_a_partial_clone_without_the_files_is_refused(tmp_path: Path) -> None:
    far = make_history(tmp_path / "far", [Commit("main", ONE), Commit("branch", TWO, ["main"])])
    far.git("config", "uploadpack.allowFilter", "true")
    subprocess.run(
        ["git", "clone", "-q", "--filter=blob:none", "--no-checkout", far.root.as_uri(), os.fspath(tmp_path / "near")],
        env=clean_environment(), check=True,
    )  # fmt: skip
    assert refusal(tmp_path / "near", "HEAD~1", "HEAD") == ("git.object-missing", 3)


def test_grafted_parents_are_not_believed(tmp_path: Path) -> None:
    """With its parent cut off the change would look like the first of the repository."""
    history = make_history(tmp_path, [Commit("main", ONE), Commit("branch", TWO, ["main"])])
    (tmp_path / ".git/info").mkdir(exist_ok=True)
    (tmp_path / ".git/info/grafts").write_text(f"{history.commits['branch']}\n", "utf-8")
    assert take(tmp_path, "main", "branch")[1] == {"clients/acme.yaml": b"name: Acme\n"}


def test_of_two_common_ancestors_none_hides_what_a_merge_lost(tmp_path: Path) -> None:
    """Main and branch merged each other crosswise; what counts is the tip of main."""
    left, right = ONE | {"clients/beta.yaml": "name: Beta\n"}, ONE | {"clients/gamma.yaml": "name: Gamma\n"}
    both = left | right
    make_history(
        tmp_path,
        [
            Commit("root", ONE), Commit("left", left, ["root"]), Commit("right", right, ["root"]),
            Commit("main", both, ["left", "right"]), Commit("side", both, ["right", "left"]),
            Commit("branch", ONE, ["side"]),
        ],
    )  # fmt: skip
    _, base, head = take(tmp_path, "main", "branch")
    assert set(base) == {"clients/acme.yaml", "clients/beta.yaml", "clients/gamma.yaml"}
    assert set(head) == {"clients/acme.yaml"}


@pytest.mark.parametrize("kind", [SYMLINK, SUBMODULE])
def test_a_link_in_the_place_of_a_judged_folder_is_seen(tmp_path: Path, kind: str) -> None:
    odd: dict[str, Content] = {**TWO, ".aloitus": Odd(kind), "templates": Odd(kind), ".gitattributes": Odd(kind)}
    make_history(tmp_path, [Commit("main", ONE), Commit("branch", odd, ["main"])])
    with repository(tmp_path) as opened:
        taken = step(opened, "main", "branch")
    assert {".aloitus", "templates", ".gitattributes"} <= {entry.path for entry in taken.head.entries}


def test_a_head_that_base_already_contains_is_nothing_to_judge(tmp_path: Path) -> None:
    two_commits(tmp_path)
    assert refusal(tmp_path, "branch", "main") == ("git.nothing-new", 3)


def test_unrelated_histories_are_not_judged(tmp_path: Path) -> None:
    make_history(tmp_path, [Commit("main", ONE), Commit("branch", TWO)])
    assert refusal(tmp_path, "main", "branch") == ("git.unrelated", 3)


def test_a_shallow_clone_is_refused(tmp_path: Path) -> None:
    two_commits(tmp_path / "far")
    subprocess.run(
        ["git", "clone", "-q", "--depth=1", (tmp_path / "far").as_uri(), os.fspath(tmp_path / "near")],
        env=clean_environment(), check=True,
    )  # fmt: skip
    assert refusal(tmp_path / "near", "HEAD~1", "HEAD") == ("git.shallow", 3)


def test_a_folder_outside_any_repository_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, "main") == ("git.no-repository", 2)


def test_a_folder_inside_a_repository_is_not_its_root(tmp_path: Path) -> None:
    two_commits(tmp_path)
    (tmp_path / "clients").mkdir(exist_ok=True)
    assert refusal(tmp_path / "clients", "main", "branch") == ("git.not-the-root", 2)


def test_the_working_tree_is_compared_with_what_it_grew_from(tmp_path: Path) -> None:
    meanwhile = ONE | {"clients/beta.yaml": "name: Beta\n"}
    history = make_history(
        tmp_path, [Commit("old", ONE), Commit("main", meanwhile, ["old"]), Commit("branch", TWO, ["old"])]
    )
    history.check_out("branch")
    (tmp_path / "clients/gamma.yaml").write_text("name: Gamma\n", "utf-8")
    taken, base, head = take(tmp_path, "main")
    assert set(base) == {"clients/acme.yaml"}
    assert set(head) == {"clients/acme.yaml", "clients/gamma.yaml"}
    assert {entry.path for entry in taken.policy.entries} == {"clients/acme.yaml", "clients/beta.yaml"}


def test_a_file_that_is_not_edited_has_the_same_content_id_in_the_working_tree(tmp_path: Path) -> None:
    history = make_history(tmp_path, [Commit("main", ONE), Commit("branch", TWO, ["main"])])
    history.check_out("branch")
    with repository(tmp_path) as opened:
        taken = step(opened, "branch~1", None)
        committed = step(opened, "main", "branch")
    assert taken.head.entries == committed.head.entries


def test_an_unedited_working_tree_is_nothing_to_judge(tmp_path: Path) -> None:
    history = make_history(tmp_path, [Commit("main", ONE), Commit("branch", TWO, ["main"])])
    history.check_out("branch")
    assert refusal(tmp_path, "branch") == ("git.nothing-edited", 3)
    (tmp_path / "clients/acme.yaml").write_text("name: Edited\n", "utf-8")
    assert refusal(tmp_path, "HEAD") == ("git.nothing-edited", 3)
    assert take(tmp_path, "branch")[2] == {"clients/acme.yaml": b"name: Edited\n"}


def test_links_and_submodules_are_named_and_never_read(tmp_path: Path) -> None:
    head: dict[str, Content] = {
        **ONE,
        "clients/link.yaml": Odd(SYMLINK, b"/etc/passwd"),
        "clients/sub.yaml": Odd(SUBMODULE),
    }
    make_history(tmp_path, [Commit("main", ONE), Commit("branch", head, ["main"])])
    with repository(tmp_path) as opened:
        taken = step(opened, "main", "branch")
    kinds = {entry.path: entry.kind for entry in taken.head.entries}
    assert kinds["clients/link.yaml"] is FileKind.SYMLINK
    assert kinds["clients/sub.yaml"] is FileKind.SUBMODULE


def test_odd_names_stay_whole(tmp_path: Path) -> None:
    odd = {"clients/a\nb.yaml": "x", "clients/\udcff.yaml": "y", "clients/ä ü.yaml": "z", 'clients/"q".yaml': "q"}
    make_history(tmp_path, [Commit("main", ONE), Commit("branch", {**ONE, **odd}, ["main"])])
    _, _, head = take(tmp_path, "main", "branch")
    assert {"clients/a\nb.yaml", "clients/\\xff.yaml", "clients/ä ü.yaml", 'clients/"q".yaml'} <= set(head)


def test_a_huge_file_is_not_held_in_memory(tmp_path: Path) -> None:
    big = b"x" * 3_000_000
    make_history(
        tmp_path,
        [Commit("main", ONE), Commit("branch", {**TWO, "clients/a.yaml": big, "clients/z.yaml": "z"}, ["main"])],
    )
    _, _, head = take(tmp_path, "main", "branch")
    assert len(head["clients/a.yaml"]) == 256 * 1024 + 1
    assert head["clients/z.yaml"] == b"z"


def test_nothing_in_the_repositorys_configuration_or_environment_is_executed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    history = make_history(tmp_path, [Commit("main", ONE), Commit("branch", TWO, ["main"])])
    history.check_out("branch")
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n", "utf-8")
    trap.chmod(0o755)
    for key in (
        "core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.askPass", "core.alternateRefsCommand",
        "diff.external", "diff.x.textconv", "filter.x.clean", "filter.x.process", "merge.x.driver", "gpg.program",
        "remote.origin.uploadpack",
    ):  # fmt: skip
        history.git("config", key, str(trap))
    for key, value in (("remote.origin.url", str(tmp_path)), ("remote.origin.promisor", "true")):
        history.git("config", key, value)
    (tmp_path / ".git/info").mkdir(exist_ok=True)
    (tmp_path / ".git/info/attributes").write_text("* filter=x diff=x merge=x\n", "utf-8")
    history.git("config", "alias.rev-parse", f"!{trap}")
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(trap))
    monkeypatch.setenv("GIT_DIR", "/nonexistent")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nonexistent")
    (tmp_path / "sprung").unlink(missing_ok=True)
    take(tmp_path, "main", "branch")
    take(tmp_path, "main")
    refusal(tmp_path, "1" * 40, "branch")  # an object that a promising remote would be asked for
    assert not (tmp_path / "sprung").exists()


def test_replaced_objects_are_not_believed(tmp_path: Path) -> None:
    history = make_history(tmp_path, [Commit("main", ONE), Commit("branch", TWO, ["main"]), Commit("fake", ONE)])
    history.git("replace", history.commits["branch"], history.commits["fake"])
    _, _, head = take(tmp_path, "main", history.commits["branch"])
    assert head == {"clients/acme.yaml": b"name: Acme Oy\n"}


def test_git_runs_a_fixed_number_of_times_however_many_files_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = {f"clients/c{number}.yaml": f"name: {number}\n" for number in range(300)}
    make_history(tmp_path, [Commit("main", ONE), Commit("branch", ONE | many, ["main"])])
    runs: list[object] = []
    original = subprocess.Popen.__init__

    def counted(self: Any, *arguments: Any, **options: Any) -> None:
        runs.append(arguments)
        original(self, *arguments, **options)

    monkeypatch.setattr(subprocess.Popen, "__init__", counted)
    take(tmp_path, "main", "branch")
    assert len(runs) <= 12
