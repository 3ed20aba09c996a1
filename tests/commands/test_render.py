from pathlib import Path

import pytest

from aloitus.command_line.run import run
from small_practice import CLIENT, tree, write_wiki_practice


def test_render_says_what_it_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_wiki_practice(tmp_path)
    files = len(tree(tmp_path))
    assert run(["-C", str(tmp_path), "render"]) == 0
    written = len(tree(tmp_path)) - files
    assert capsys.readouterr().out == f"2 asiakasta: {written} tiedostoa kirjoitettu, 0 poistettu.\n"
    (tmp_path / "clients/honkalinna.yaml").unlink()
    assert run(["-C", str(tmp_path), "render", "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("1 client: ")


def test_check_lists_what_would_change_and_fails_until_it_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = ["-C", str(write_wiki_practice(tmp_path))]
    assert run([*root, "render", "--check"]) == 1
    assert "uusi  site/docs/fi/clients/kuusipuu/index.md\n" in capsys.readouterr().out
    assert run([*root, "render"]) == 0
    capsys.readouterr()
    assert run([*root, "render", "--check"]) == 0
    assert capsys.readouterr().out == "Sivut ovat ajan tasalla.\n"


def test_an_error_in_a_file_is_told_beside_the_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The pages are written nevertheless; a task that the process doesn't know can't be shown on any."""
    text = CLIENT.replace("  contact-client:", "  contact-cleint:")
    assert run(["-C", str(write_wiki_practice(tmp_path, {"clients/kuusipuu.yaml": text})), "render"]) == 1
    out, err = capsys.readouterr()
    assert "kirjoitettu" in out
    assert "clients/kuusipuu.yaml:" in err
    assert "contact-client" in err
    assert (tmp_path / "site/docs/fi/clients/kuusipuu/index.md").exists()


def test_the_day_decides_what_the_pages_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same day gives the same pages in any time zone, whatever the clock says."""
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert run(["-C", str(write_wiki_practice(tmp_path / "a")), "render", "--today", "2026-12-24"]) == 0
    monkeypatch.setenv("TZ", "America/Adak")
    assert run(["-C", str(write_wiki_practice(tmp_path / "b")), "render", "--today", "2026-12-24"]) == 0
    assert tree(tmp_path / "a/site/docs") == tree(tmp_path / "b/site/docs")


def test_a_shard_writes_its_part(tmp_path: Path) -> None:
    for part in ("1/2", "2/2"):
        assert run(["-C", str(write_wiki_practice(tmp_path / "parts")), "render", "--shard", part]) == 0
    assert run(["-C", str(write_wiki_practice(tmp_path / "whole")), "render"]) == 0
    assert tree(tmp_path / "parts/site/docs") == tree(tmp_path / "whole/site/docs")


def test_a_mistake_in_a_page_template_stops_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_wiki_practice(tmp_path, {"templates/pages/role.md.j2": "\n{{ nothing.here }}"})
    assert run(["-C", str(tmp_path), "render"]) == 2
    assert "templates/pages/role.md.j2 on virhe rivillä 2" in capsys.readouterr().err
