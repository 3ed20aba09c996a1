import os
import subprocess
import sys
from pathlib import Path

import pytest

from aloitus import __version__, cli
from aloitus.command_line.group import COMMANDS
from aloitus.command_line.language import language_of, overview
from aloitus.command_line.language import languages as spoken
from aloitus.command_line.run import run
from aloitus.errors import UserError
from aloitus.i18n import languages


def answer(words: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        cli.main(words)
    out, err = capsys.readouterr()
    assert isinstance(ended.value.code, int)
    return ended.value.code, out, err


@pytest.fixture(autouse=True)
def _an_english_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "ALOITUS_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")


@pytest.mark.parametrize("words", [["--version"], ["--lang", "fi", "--version"], ["-C", ".", "--version"]])
def test_the_version_is_told(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(words, capsys) == (0, f"aloitus {__version__}\n", "")


def test_the_version_is_told_without_click() -> None:
    code = "import sys, aloitus.cli\ntry: aloitus.cli.main(['--version'])\nfinally: print('click' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["-C", ".", "--help"]])
def test_help_is_in_the_terminals_language(
    words: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert answer(words, capsys)[1].startswith("Usage: aloitus")
    monkeypatch.setenv("LC_ALL", "fi_FI.UTF-8")
    assert answer(words, capsys)[1].startswith("Käyttö: aloitus")


@pytest.mark.parametrize(
    "words", [["--lang", "fi", "--help"], ["--help", "--lang=fi"], ["--lang=en", "-h", "--lang=fi"]]
)
def test_help_is_in_the_language_that_is_asked_for(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = answer(words, capsys)
    assert code == 0
    assert out.startswith("Käyttö: aloitus")


def test_without_a_command_the_help_is_shown_and_nothing_is_called_done(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = answer([], capsys)
    assert (code, out) == (2, "")
    assert err.startswith("Usage: aloitus")


def test_a_terminal_without_a_language_speaks_english() -> None:
    assert language_of({}) == "en"
    assert language_of({"LANG": "sv_FI"}) == "en"
    assert language_of({"LANG": "fi_FI", "LC_ALL": "en_US"}) == "en"
    assert language_of({"LANG": "fi_FI"}) == "fi"


def test_the_fast_way_in_knows_the_languages() -> None:
    assert tuple(spoken()) == languages()


@pytest.mark.parametrize("language", languages())
def test_the_overview_names_every_command_and_fits_80_columns(language: str) -> None:
    text = overview(language)
    words = text.replace(",", " ").split()
    assert [name for name in COMMANDS if name not in words] == []
    assert [line for line in text.splitlines() if len(line) > 85] == []


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_has_help_in_every_language(
    command: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = answer([command, "--help", "--lang", language], capsys)
    assert code == 0
    assert out.startswith(f"{'Käyttö' if language == 'fi' else 'Usage'}: aloitus {command} [")
    assert "--help" in out
    assert {"Options:", "Usage:", "Show this message and exit."} & set(out.split("\n")) == (
        set() if language == "fi" else {"Options:"}
    )


MISUSE = [
    (["chekc"], "no such command 'chekc'. Did you mean: check?", "aloitus --help"),
    (["xyzzy"], "no such command 'xyzzy'.", "aloitus --help"),
    (["check", "--formt", "json"], "no such option --formt.", "aloitus check --help"),
    (["render", "--chekc"], "no such option --chekc. Did you mean: --check?", "aloitus render --help"),
    (["render", "extra"], "unexpected word 'extra'.", "aloitus render --help"),
    (["render", "--today"], "option --today needs a value.", "aloitus render --help"),
    (["render", "--check=yes"], "option --check takes no value.", "aloitus render --help"),
    (["render", "--today", "23.11.2026"], "--today: '23.11.2026' is not a day.", "aloitus render --help"),
    (["render", "--today", "2026-02-30"], "--today: '2026-02-30' is not a day.", "aloitus render --help"),
    (["render", "--shard", "17/16"], "--shard: '17/16' is not a part.", "aloitus render --help"),
    (["check", "--output-format", "xml"], "--output-format: 'xml' won't do.", "aloitus check --help"),
    (["check", "--report", "json"], "--report: 'json' won't do.", "aloitus check --help"),
    (["check", "--report", "xml=a"], "--report: 'xml=a' won't do.", "aloitus check --help"),
    (["wiki", "--address", "8000"], "--address: '8000' is no address.", "aloitus wiki --help"),
    (["wiki", "--address", "a:99999"], "--address: 'a:99999' is no address.", "aloitus wiki --help"),
    (["--lang", "sv", "check"], "--lang: 'sv' won't do. Choose one of: en, fi", "aloitus --help"),
    (["check", "--lang"], "option --lang needs a value.", "aloitus check --help"),
    (["-C", "no-such-folder", "check"], "-C: there is no folder 'no-such-folder'", "aloitus --help"),
    (["-x", "check"], "no such option -x.", "aloitus --help"),
    (["--lang", "en"], "Usage: aloitus", None),
    (["-C", "."], "give a command.", "aloitus --help"),
]


@pytest.mark.parametrize(("words", "sentence", "help_command"), MISUSE)
def test_wrong_usage_gets_a_plain_sentence_and_exit_code_2(
    words: list[str], sentence: str, help_command: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = answer(words, capsys)
    assert (code, out) == (2, "")
    if help_command is None:
        assert err.startswith(sentence)
    else:
        assert err.startswith(f"aloitus: {sentence}")
        assert err.endswith(f"\nHelp: {help_command}\n")


def test_wrong_usage_is_told_in_finnish_where_that_is_spoken(capsys: pytest.CaptureFixture[str]) -> None:
    _, _, err = answer(["--lang", "fi", "chekc"], capsys)
    assert err == "aloitus: tuntematon komento ”chekc”. Tarkoititko: check?\nOhje: aloitus --help\n"


def test_a_folder_may_be_given_in_steps_as_git_has_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert run(["-C", str(tmp_path / "a"), "-C", "b", "status"]) == 2
    assert str(tmp_path / "a" / "b") in capsys.readouterr().err


def test_a_folder_without_a_practice_is_told_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(tmp_path), "check"]) == 2
    assert "holds no firm's files (clients/ and templates/)" in capsys.readouterr().err


def fail(error: BaseException) -> object:
    def open_practice(_root: Path) -> None:
        raise error

    return open_practice


def test_what_nobody_expected_is_one_sentence_and_never_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("aloitus.commands.status.open_practice", fail(ZeroDivisionError("by zero")))
    assert run(["status"]) == 2
    err = capsys.readouterr().err
    assert "(ZeroDivisionError: by zero)" in err
    assert "ALOITUS_DEBUG=1" in err
    assert "Traceback" not in err


def test_with_debugging_on_errors_pass_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALOITUS_DEBUG", "1")
    for error in (ZeroDivisionError(), UserError("errors.bad-epoch", value="x")):
        monkeypatch.setattr("aloitus.commands.status.open_practice", fail(error))
        with pytest.raises(type(error)):
            run(["status"])


def test_an_environment_that_fails_keeps_its_own_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    error = UserError("errors.unreadable", exit_code=3, path="clients/a.yaml", why="no right")
    monkeypatch.setattr("aloitus.commands.status.open_practice", fail(error))
    assert run(["--lang", "en", "status"]) == 3
    assert capsys.readouterr().err == "aloitus: the file clients/a.yaml can't be read: no right\n"


def test_an_interrupt_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("aloitus.commands.status.open_practice", fail(KeyboardInterrupt()))
    assert run(["status"]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "clients").mkdir()
    command = f"'{sys.executable}' -m aloitus explain CLO301; echo $? >&2"
    piped = subprocess.run(
        ["bash", "-c", f"({command}) | true"], capture_output=True, text=True, check=True, cwd=tmp_path, env=os.environ
    )
    assert piped.stderr.strip() in ("0", "141")
    long = f"('{sys.executable}' -m aloitus --lang fi explain; echo $? >&2) | head -c 1"
    for _again in range(3):
        piped = subprocess.run(["bash", "-c", long], capture_output=True, text=True, check=True, cwd=tmp_path)
        assert piped.stderr.strip() in ("0", "141")


def test_a_terminal_that_lacks_a_character_shows_its_number(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "aloitus", "--lang", "fi", "chekc"]
    done = subprocess.run(command, capture_output=True, check=False, cwd=tmp_path, env=environment)
    assert done.returncode == 2
    assert b"\\u201dchekc\\u201d" in done.stderr
