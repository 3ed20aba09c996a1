"""When files were last changed, on real repositories."""

import random
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aloitus.snapshot.last_changes import NOTHING, LastChanges, last_changes
from git_history import Commit, clean_environment, make_history

FOLDERS = ("clients", "templates")
START = 1_790_000_000


def at(seconds: int) -> str:
    return f"{START + seconds} +0300"


def moments(found: LastChanges) -> dict[str, int]:
    return {path: moment - START for path, moment in found.moments.items()}


def test_each_file_has_the_moment_of_the_last_commit_that_changed_it(tmp_path: Path) -> None:
    make_history(
        tmp_path,
        [
            Commit("one", {"clients/a.yaml": "1", "clients/b.yaml": "1", "README": "1"}, when=at(0)),
            Commit("two", {"clients/a.yaml": "2", "clients/b.yaml": "1", "README": "1"}, ["one"], when=at(60)),
            Commit("three", {"clients/a.yaml": "2", "clients/b.yaml": "1", "README": "2"}, ["two"], when=at(90)),
        ],
    )
    assert moments(last_changes(tmp_path, FOLDERS)) == {"clients/a.yaml": 60, "clients/b.yaml": 0}


def test_moments_grow_even_where_clocks_dont(tmp_path: Path) -> None:
    """Two commits in one second, and one by somebody whose clock is an hour behind."""
    make_history(
        tmp_path,
        [
            Commit("one", {"clients/a.yaml": "1"}, when=at(0)),
            Commit("two", {"clients/a.yaml": "1", "clients/b.yaml": "1"}, ["one"], when=at(0)),
            Commit("three", {"clients/a.yaml": "1", "clients/b.yaml": "2"}, ["two"], when=at(-3600)),
            Commit("four", {"clients/a.yaml": "2", "clients/b.yaml": "2"}, ["three"], when=at(10)),
        ],
    )
    assert moments(last_changes(tmp_path, FOLDERS)) == {"clients/a.yaml": 10, "clients/b.yaml": 2}


def test_a_merge_changes_what_it_brings_when_it_brings_it(tmp_path: Path) -> None:
    base = {"clients/a.yaml": "1", "clients/b.yaml": "1"}
    make_history(
        tmp_path,
        [
            Commit("one", base, when=at(0)),
            Commit("branch", {**base, "clients/b.yaml": "2"}, ["one"], when=at(5)),
            Commit("main", {**base, "clients/a.yaml": "2"}, ["one"], when=at(10)),
            Commit("merge", {"clients/a.yaml": "2", "clients/b.yaml": "2"}, ["main", "branch"], when=at(20)),
        ],
    )
    assert moments(last_changes(tmp_path, FOLDERS)) == {"clients/a.yaml": 10, "clients/b.yaml": 20}


def test_a_firm_may_be_a_folder_of_a_larger_repository(tmp_path: Path) -> None:
    make_history(tmp_path, [Commit("one", {"firm/clients/a.yaml": "1", "clients/b.yaml": "1"}, when=at(0))])
    (tmp_path / "firm").mkdir()
    assert moments(last_changes(tmp_path / "firm", FOLDERS)) == {"clients/a.yaml": 0}


def test_odd_names_are_names(tmp_path: Path) -> None:
    names = ["clients/ääkkö.yaml", 'clients/"a b".yaml', "clients/a\tb.yaml", "clients/commit 5"]
    make_history(tmp_path, [Commit("one", dict.fromkeys(names, "1"), when=at(0))])
    assert moments(last_changes(tmp_path, FOLDERS)) == dict.fromkeys(names, 0)


def test_without_a_repository_or_a_commit_there_is_nothing(tmp_path: Path) -> None:
    assert last_changes(tmp_path, FOLDERS) == NOTHING
    subprocess.run(["git", "init", "-q", str(tmp_path)], env=clean_environment(), check=True)
    assert last_changes(tmp_path, FOLDERS) == NOTHING


def test_without_git_there_is_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_history(tmp_path, [Commit("one", {"clients/a.yaml": "1"})])
    monkeypatch.setenv("PATH", "")
    assert last_changes(tmp_path, FOLDERS) == NOTHING


def test_a_settings_file_of_git_runs_nothing(tmp_path: Path) -> None:
    history = make_history(tmp_path / "firm", [Commit("one", {"clients/a.yaml": "1"}, when=at(0))])
    history.git("config", "log.showSignature", "true")
    history.git("config", "gpg.program", f"touch {tmp_path}/ran;")
    history.git("config", "diff.external", f"touch {tmp_path}/ran;")
    assert moments(last_changes(tmp_path / "firm", FOLDERS)) == {"clients/a.yaml": 0}
    assert not (tmp_path / "ran").exists()


def test_in_a_shallow_clone_all_is_as_old_as_its_first_commit(tmp_path: Path) -> None:
    make_history(
        tmp_path / "whole",
        [
            Commit("one", {"clients/a.yaml": "1", "clients/b.yaml": "1"}, when=at(0)),
            Commit("two", {"clients/a.yaml": "1", "clients/b.yaml": "2"}, ["one"], when=at(60)),
        ],
    )
    shallow = tmp_path / "shallow"
    url = f"file://{tmp_path}/whole"
    subprocess.run(["git", "clone", "-q", "--depth=1", url, str(shallow)], env=clean_environment(), check=True)
    found = last_changes(shallow, FOLDERS)
    assert moments(found) == {"clients/a.yaml": 60, "clients/b.yaml": 60}
    subprocess.run(["git", "fetch", "-q", "--unshallow"], cwd=shallow, env=clean_environment(), check=True)
    assert last_changes(shallow, FOLDERS, found) == last_changes(tmp_path / "whole", FOLDERS)


def test_what_is_known_is_not_looked_for_again(tmp_path: Path) -> None:
    history = make_history(tmp_path, [Commit("one", {"clients/a.yaml": "1"}, when=at(0))])
    known = LastChanges(history.commits["one"], START, {"clients/a.yaml": START, "clients/z.yaml": 5})
    assert last_changes(tmp_path, FOLDERS, known) is known


def test_what_another_branch_or_a_lost_commit_knew_counts_for_nothing(tmp_path: Path) -> None:
    base = {"clients/a.yaml": "1"}
    history = make_history(
        tmp_path,
        [
            Commit("one", base, when=at(0)),
            Commit("side", {**base, "clients/b.yaml": "2"}, ["one"], when=at(5)),
            Commit("main", {"clients/a.yaml": "2"}, ["one"], when=at(10)),
        ],
    )
    fresh = last_changes(tmp_path, FOLDERS)
    for tip in (history.commits["side"], "1" * 40, "no commit"):
        assert last_changes(tmp_path, FOLDERS, LastChanges(tip, START + 99, {"clients/b.yaml": START + 99})) == fresh


@settings(max_examples=6, deadline=None)
@given(st.randoms(use_true_random=False))
def test_looking_at_later_commits_only_finds_the_same(
    tmp_path_factory: pytest.TempPathFactory, chance: random.Random
) -> None:
    """Whatever histories with merges: from any earlier commit, first parent or not, and after every step."""
    folder = tmp_path_factory.mktemp("history")
    commits = [Commit("c0", {"clients/a.yaml": "0"}, when=at(0))]
    for number in range(1, 8):
        files = dict(commits[-1].files) | {f"clients/{chance.choice('abc')}.yaml": str(number)}
        parents = [commits[-1].name]
        if number > 2 and chance.random() < 0.4:
            parents.append(chance.choice(commits[:-1]).name)
        if chance.random() < 0.3:  # a branch that the main line leaves behind
            parents = [chance.choice(commits).name]
        commits.append(Commit(f"c{number}", files, parents, when=at(chance.randrange(-50, 50))))
    history = make_history(folder / "repository", commits)
    known: list[LastChanges] = []
    for commit in commits:
        (history.root / ".git" / "HEAD").write_text(f"ref: refs/heads/{commit.name}\n", "utf-8")
        fresh = last_changes(history.root, FOLDERS)
        some = chance.sample(known, min(3, len(known)))
        assert all(last_changes(history.root, FOLDERS, one) == fresh for one in some)
        known.append(fresh)
    shutil.rmtree(folder)
