import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from aloitus.command_line.run import run
from small_practice import CLIENT, bare_wiki_settings, tree, write_wiki_practice

PATIENCE = 60
"""Seconds; a loaded machine is slow, not wrong."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_wiki_practice(tmp_path, bare_wiki_settings())


def test_the_wiki_is_built_in_both_languages_without_a_word_too_many(
    root: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(root), "wiki"]) == 0
    out, err = capfd.readouterr()
    assert (err, out.splitlines()[1:]) == ("", [f"Wiki on valmis: {root.as_posix()}/site/public/index.html"])
    assert "Kirjanpitäjä" in (root / "site/public/clients/kuusipuu/accountant/index.html").read_text("utf-8")
    assert "Accountant" in (root / "site/public/en/clients/kuusipuu/accountant/index.html").read_text("utf-8")


def test_the_same_files_give_the_same_wiki_byte_for_byte(root: Path) -> None:
    assert run(["-C", str(root), "wiki"]) == 0
    first = tree(root / "site/public")
    assert run(["-C", str(root), "wiki"]) == 0
    assert tree(root / "site/public") == first


def test_a_wiki_that_cannot_be_built_leaves_the_old_one_and_says_why(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(root), "wiki"]) == 0
    before = tree(root / "site/public")
    (root / "site/guides/fi/balances.md").write_text("# Saldot\n\n[Ei ole](no-such-page.md)\n", "utf-8")
    assert run(["-C", str(root), "wiki"]) == 2
    err = capsys.readouterr().err
    assert "Vanha wiki on tallella" in err
    assert "no-such-page.md" in err
    assert tree(root / "site/public") == before


def test_an_error_in_a_file_is_told_and_the_wiki_is_built_nevertheless(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "clients/kuusipuu.yaml").write_text(CLIENT.replace("waiting", "waitign"), "utf-8")
    assert run(["-C", str(root), "wiki"]) == 1
    assert "kuusipuu.yaml:20:13" in capsys.readouterr().err
    assert (root / "site/public/clients/kuusipuu/index.html").exists()


def test_without_settings_it_is_said_what_is_missing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "mkdocs.en.yml").unlink()
    assert run(["-C", str(root), "wiki"]) == 2
    assert "mkdocs.en.yml" in capsys.readouterr().err


def test_without_zensical_it_is_said_how_to_get_it(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aloitus.publishing.zensical.find_spec", lambda _name: None)
    assert run(["-C", str(root), "wiki", "--engine", "zensical"]) == 2
    assert 'pip install "aloitus[zensical]"' in capsys.readouterr().err


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port


@contextmanager
def serving(root: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    address = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "aloitus", "-C", str(root), "wiki", "--serve", "--address", address]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True, "env": environment}
    with subprocess.Popen(command, **pipes) as process:  # type: ignore[call-overload]
        try:
            yield f"http://{address}", process
        finally:
            process.kill()


def page(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310 -- our own server
            text: str = answer.read().decode()
    except urllib.error.HTTPError as error:
        return f"{error.code} {error.read().decode()}"
    except OSError:
        return ""
    return text


def eventually(seen: Callable[[], bool]) -> bool:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if seen():
            return True
        time.sleep(0.1)
    return False


def test_a_saved_file_is_seen_in_every_language_and_a_mistake_is_told(root: Path) -> None:
    with serving(root) as (url, process):
        assert eventually(lambda: "livereload" in page(f"{url}/"))
        assert "Kuusipuun" in page(f"{url}/en/clients/kuusipuu/")
        assert page(f"{url}/no-such-page/").startswith("404")
        (root / "clients/kuusipuu.yaml").write_text(CLIENT.replace("Kuusipuun", "Petäjän"), "utf-8")
        assert eventually(lambda: "Petäjän" in page(f"{url}/clients/kuusipuu/"))
        assert "Petäjän" in page(f"{url}/en/clients/kuusipuu/")
        (root / "templates/pages/role.md.j2").write_text("{% if %}", "utf-8")
        assert process.stdout is not None
        said = ""
        while "role.md.j2" not in said:
            said = process.stdout.readline()
            assert said
        assert "Petäjän" in page(f"{url}/clients/kuusipuu/")
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0


def test_an_address_that_is_taken_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        assert run(["-C", str(root), "wiki", "--serve", "--address", address]) == 2
    assert "--address 127.0.0.1:8001" in capsys.readouterr().err
