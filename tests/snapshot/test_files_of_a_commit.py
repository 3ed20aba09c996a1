"""Single files of a commit, by name: nothing but files, and no more of git than two calls."""

from pathlib import Path

import pytest

from aloitus.snapshot.git import Git
from aloitus.snapshot.repository import repository
from aloitus.snapshot.trees import read_files
from git_history import SYMLINK, Commit, Files, Odd, make_history

FILES: Files = {
    "a.yml": "a: 1\n",
    "folder/a.yml": "deeper",
    "b.yml/inside": "a folder of that name",
    "c.yml": Odd(SYMLINK, b"a.yml"),
    "d.yml": "",
}


def test_files_are_read_and_what_only_has_their_name_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_history(tmp_path, [Commit("main", FILES)])
    calls = []
    command = Git.command

    def counted(git: Git, *arguments: str) -> object:
        calls.append(arguments[0])
        return command(git, *arguments)

    with repository(tmp_path) as opened:
        commit = opened.commit("main")
        monkeypatch.setattr(Git, "command", counted)
        found = read_files(opened.git, commit, ["a.yml", "b.yml", "c.yml", "d.yml", "e.yml"])
    assert found == {"a.yml": b"a: 1\n", "d.yml": b""}
    assert calls == ["ls-tree", "cat-file"]
