import os
import sys
from pathlib import Path

import pytest

from aloitus.errors import UserError
from aloitus.pages.manifest import Manifest
from aloitus.pages.writer import PARTIAL, Change, PageWriter, clear_partial, remove


def writer(folder: Path, *, dry: bool = False) -> PageWriter:
    folder.mkdir(exist_ok=True)
    manifest = Manifest(folder)
    return PageWriter(folder, manifest.journal(0), manifest.paths(), dry=dry)


def test_a_new_file_is_written_with_its_folders(tmp_path: Path) -> None:
    assert writer(tmp_path).put("fi/clients/kuusi/index.md", b"# Kuusi\n") is Change.NEW
    assert (tmp_path / "fi/clients/kuusi/index.md").read_bytes() == b"# Kuusi\n"


def test_a_file_that_holds_the_same_is_not_touched(tmp_path: Path) -> None:
    writer(tmp_path).put("a.md", b"same")
    before = (tmp_path / "a.md").stat()
    assert writer(tmp_path).put("a.md", b"same") is None
    after = (tmp_path / "a.md").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


@pytest.mark.parametrize("standing", [b"", b"short", b"new conten!", b"new content and more"])
def test_a_file_that_differs_is_replaced_as_a_whole(tmp_path: Path, standing: bytes) -> None:
    (tmp_path / "a.md").write_bytes(standing)
    before = (tmp_path / "a.md").stat().st_ino
    assert writer(tmp_path).put("a.md", b"new content") is Change.CHANGED
    assert (tmp_path / "a.md").read_bytes() == b"new content"
    assert (tmp_path / "a.md").stat().st_ino != before


def test_a_link_is_replaced_and_what_it_points_to_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"theirs")
    (tmp_path / "a.md").symlink_to(tmp_path / "elsewhere")
    writer(tmp_path).put("a.md", b"ours")
    assert (tmp_path / "elsewhere").read_bytes() == b"theirs"
    assert not (tmp_path / "a.md").is_symlink()


def test_a_dry_run_says_what_it_would_do_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_bytes(b"old")
    dry = writer(tmp_path, dry=True)
    assert dry.put("new/page.md", b"x") is Change.NEW
    assert dry.put("old.md", b"x") is Change.CHANGED
    assert dry.put("old.md", b"old") is None
    assert sorted(path.name for path in tmp_path.iterdir()) == ["old.md"]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    with pytest.raises(UserError) as caught:
        writer(tmp_path).put("a.md", b"x")
    assert str(caught.value.message.values["path"]).endswith("a.md")


def test_what_a_killed_run_was_about_to_write_is_known_to_the_next(tmp_path: Path) -> None:
    writer(tmp_path).put("gone/page.md", b"x")
    assert Manifest(tmp_path).paths() == {"gone/page.md"}
    assert not Manifest(tmp_path).is_whole()


def test_a_path_is_noted_before_its_file_is_made(tmp_path: Path) -> None:
    """The folder can't be made, as a file is in its place: by then the path stands in the journal."""
    (tmp_path / "fi").write_bytes(b"in the way")
    with pytest.raises(UserError):
        writer(tmp_path).put("fi/a.md", b"x")
    assert Manifest(tmp_path).paths() == {"fi/a.md"}


def test_a_file_that_lost_its_manifest_is_noted_again(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"x")
    assert writer(tmp_path).put("a.md", b"x") is None
    assert Manifest(tmp_path).paths() == {"a.md"}


def test_a_manifest_that_is_whole_replaces_the_journals(tmp_path: Path) -> None:
    writer(tmp_path).put("a.md", b"x")
    manifest = Manifest(tmp_path)
    manifest.replace(["b.md", "a.md"])
    assert manifest.paths() == {"a.md", "b.md"}
    assert manifest.is_whole()
    assert (tmp_path / ".manifest").read_text() == "a.md\nb.md\n# end\n"


def test_a_manifest_that_says_the_same_is_not_touched(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path)
    manifest.replace(["a.md"])
    before = (tmp_path / ".manifest").stat().st_mtime_ns
    manifest.replace(["a.md"])
    assert (tmp_path / ".manifest").stat().st_mtime_ns == before


def test_the_line_that_a_kill_cut_off_is_not_believed(tmp_path: Path) -> None:
    (tmp_path / ".journal.0").write_bytes(b"a.md\nb.m")
    assert Manifest(tmp_path).paths() == {"a.md"}


def test_shards_keep_their_manifests_apart(tmp_path: Path) -> None:
    Manifest(tmp_path, "1-of-2").replace(["a.md"])
    Manifest(tmp_path, "2-of-2").replace(["b.md"])
    assert Manifest(tmp_path, "1-of-2").paths() == {"a.md"}
    assert Manifest(tmp_path, "2-of-2").paths() == {"b.md"}


def test_the_whole_wikis_manifest_takes_over_those_of_shards(tmp_path: Path) -> None:
    Manifest(tmp_path, "1-of-2").replace(["a.md"])
    Manifest(tmp_path, "2-of-2").journal(7).note("b.md")
    whole = Manifest(tmp_path)
    assert whole.paths() == {"a.md", "b.md"}
    whole.replace(["a.md"])
    assert [path.name for path in tmp_path.iterdir()] == [".manifest"]


@pytest.mark.parametrize("path", ["../outside", "/etc/passwd", "a/../../b", "a//b", ".manifest", "fi/.git/config", ""])
def test_a_damaged_manifest_never_leads_out_of_the_folder(tmp_path: Path, path: str) -> None:
    (tmp_path / ".manifest").write_text(f"{path}\nfine.md\n# end\n")
    assert Manifest(tmp_path).paths() == {"fine.md"}


def test_removing_takes_empty_folders_along_and_leaves_others(tmp_path: Path) -> None:
    for path in ("fi/clients/a/index.md", "fi/clients/b/index.md"):
        writer(tmp_path).put(path, b"x")
    assert remove(tmp_path, ["fi/clients/a/index.md", "fi/never/there.md"]) == ["fi/clients/a/index.md"]
    assert sorted(path.name for path in (tmp_path / "fi/clients").iterdir()) == ["b"]
    assert remove(tmp_path, ["fi/clients/b/index.md"]) == ["fi/clients/b/index.md"]
    assert not (tmp_path / "fi").exists()


def test_what_cannot_be_removed_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    with pytest.raises(UserError):
        remove(tmp_path, ["a.md"])


def test_half_written_files_are_cleared(tmp_path: Path) -> None:
    (tmp_path / PARTIAL).mkdir()
    (tmp_path / PARTIAL / "123").write_bytes(b"half")
    clear_partial(tmp_path)
    assert list((tmp_path / PARTIAL).iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_journal_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(UserError):
        Manifest(tmp_path).journal(0).note("a.md")
