"""Two edits at once: neither is lost, and whoever reads meanwhile sees a whole file."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from aloitus.editing.apply import apply
from aloitus.editing.document import read_document
from aloitus.editing.edits import Put
from aloitus.editing.file import create_file, edit_file
from aloitus.errors import UserError
from one_editor import PATH, set_key


def practice(root: Path, text: str) -> Path:
    (root / "clients").mkdir()
    (root / PATH).write_text(text, "utf-8", newline="")
    return root


def test_eight_processes_at_once_all_leave_their_mark(tmp_path: Path) -> None:
    practice(tmp_path, "name: A\n")
    keys = [f"k{number}" for number in range(24)]
    with ProcessPoolExecutor(4, multiprocessing.get_context("spawn")) as pool:
        list(pool.map(set_key, [tmp_path] * len(keys), keys))
    assert sorted((tmp_path / PATH).read_text("utf-8").splitlines()) == sorted(
        ["name: A", *(f"{key}: x" for key in keys)]
    )


def test_an_editor_that_saves_meanwhile_keeps_its_change(tmp_path: Path) -> None:
    practice(tmp_path, "name: A\n")
    seen: list[bytes] = []

    def change(data: bytes) -> bytes:
        if not seen:
            (tmp_path / PATH).write_bytes(data + b"notes: kesken\n")
        seen.append(data)
        return apply(read_document(PATH, data), [Put(("name",), "B")]).data

    edit_file(tmp_path, PATH, change)
    assert (tmp_path / PATH).read_text("utf-8") == "name: B\nnotes: kesken\n"
    assert len(seen) == 2


def test_a_refused_edit_leaves_the_file_and_no_other_behind(tmp_path: Path) -> None:
    practice(tmp_path, "name: [\n")
    with pytest.raises(UserError):
        set_key(tmp_path, "x")
    assert (tmp_path / PATH).read_text("utf-8") == "name: [\n"
    assert [path.name for path in (tmp_path / "clients").iterdir()] == ["a.yaml"]


def test_a_file_keeps_its_rights_and_its_line_ends(tmp_path: Path) -> None:
    practice(tmp_path, "name: A\r\n")
    (tmp_path / PATH).chmod(0o640)
    set_key(tmp_path, "x")
    assert (tmp_path / PATH).read_bytes() == b"name: A\r\nx: x\r\n"
    assert (tmp_path / PATH).stat().st_mode & 0o777 == 0o640


def test_a_new_file_never_overwrites_another(tmp_path: Path) -> None:
    practice(tmp_path, "name: A\n")
    with pytest.raises(UserError):
        create_file(tmp_path, PATH, b"name: B\n")
    assert (tmp_path / PATH).read_text("utf-8") == "name: A\n"
