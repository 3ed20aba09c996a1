import os
from pathlib import Path

import pytest

from aloitus.errors import UserError
from aloitus.findings import Term
from aloitus.snapshot.working_tree import YAML_LIMIT, WorkingTree
from small_practice import FILES, write_practice


def test_files_are_listed_by_path_and_read_when_asked_for(tmp_path: Path) -> None:
    files = WorkingTree(write_practice(tmp_path)).files()
    assert list(files) == sorted(FILES)
    assert len(files) == len(FILES)
    assert files["templates/firm.yaml"] == FILES["templates/firm.yaml"].encode()
    assert "templates/nothing.yaml" not in files
    with pytest.raises(KeyError):
        files["templates/nothing.yaml"]


def test_nothing_outside_its_two_folders_is_seen(tmp_path: Path) -> None:
    write_practice(tmp_path)
    (tmp_path / "notes.yaml").write_text("x")
    assert "notes.yaml" not in WorkingTree(tmp_path).files()
    with pytest.raises(KeyError):
        WorkingTree(tmp_path).files()["notes.yaml"]


def test_links_are_not_followed(tmp_path: Path) -> None:
    write_practice(tmp_path / "firm")
    (tmp_path / "secret.yaml").write_text("name: x")
    (tmp_path / "firm/clients/link.yaml").symlink_to(tmp_path / "secret.yaml")
    (tmp_path / "firm/clients/folder").symlink_to(tmp_path)
    assert [path for path in WorkingTree(tmp_path / "firm").files() if "link" in path or "folder" in path] == []


def test_of_a_huge_file_no_more_is_read_than_shows_it(tmp_path: Path) -> None:
    large = "x" * (2 * YAML_LIMIT)
    write_practice(tmp_path, {"clients/huge.yaml": large, "templates/pages/big.md.j2": large})
    files = WorkingTree(tmp_path).files()
    assert len(files["clients/huge.yaml"]) == YAML_LIMIT
    assert len(files["templates/pages/big.md.j2"]) == 2 * YAML_LIMIT


def test_a_file_that_vanished_is_named(tmp_path: Path) -> None:
    files = WorkingTree(write_practice(tmp_path)).files()
    (tmp_path / "clients/kuusipuu.yaml").unlink()
    with pytest.raises(UserError) as caught:
        files["clients/kuusipuu.yaml"]
    assert caught.value.message.values["path"] == "clients/kuusipuu.yaml"


def test_a_folder_without_a_practice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "clients").write_text("a file")
    with pytest.raises(UserError) as caught:
        WorkingTree(tmp_path).files()
    assert caught.value.message.key == "errors.no-practice"


def test_a_folder_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_folder: object) -> None:
        raise PermissionError(13, "Permission denied")

    write_practice(tmp_path)
    monkeypatch.setattr(os, "scandir", refused)
    with pytest.raises(UserError) as caught:
        WorkingTree(tmp_path).files()
    assert caught.value.message.values == {"path": "clients", "why": Term("errors.cause-no-right")}
