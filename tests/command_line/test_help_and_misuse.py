import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.exceptions import Abort

from aloitus import __version__, cli
from aloitus.command_line.group import COMMANDS
from aloitus.command_line.language import firm_language, language_of, overview
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
def _an_english_terminal_outside_a_firm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
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


def test_a_terminal_without_a_language_speaks_finnish() -> None:
    assert language_of({}) == "fi"
    assert language_of({"LANG": "C.UTF-8"}) == "fi"
    assert language_of({"LC_ALL": "POSIX", "LANG": "en_US"}) == "fi"
    assert language_of({"LANG": "sv_FI"}) == "en"
    assert language_of({"LANG": "fi_FI", "LC_ALL": "en_US"}) == "en"
    assert language_of({"LANG": "fi_FI"}) == "fi"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("name: A\nlanguages: [fi, en]   # the first is the wiki's main language\n", "fi"),
        ("languages: ['en', fi]\n", "en"),
        ("languages:\n  - sv\n  - fi\ncountry: FI\n", "fi"),
        ("languages: [sv]\nname: fi\n", None),
        ("name: A\nmore_languages: [en]\n", None),
        ("", None),
    ],
)
def test_the_firms_language_is_looked_up_without_reading_yaml(tmp_path: Path, text: str, language: str | None) -> None:
    assert firm_language(str(tmp_path)) is None
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "firm.yaml").write_text(text, "utf-8")
    assert firm_language(str(tmp_path)) == language


def test_help_and_mistakes_are_told_in_the_firms_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    firm = tmp_path / "firm"
    (firm / "templates").mkdir(parents=True)
    (firm / "templates" / "firm.yaml").write_text("languages: [fi, en]\n", "utf-8")
    assert answer(["-C", "firm", "--help"], capsys)[1].startswith("Käyttö: aloitus")
    assert answer(["-C", "firm", "done"], capsys)[2].startswith("aloitus: ASIAKAS puuttuu.")
    monkeypatch.chdir(firm)
    assert answer(["--help"], capsys)[1].startswith("Käyttö: aloitus")
    assert answer(["done", "--help"], capsys)[1].startswith("Käyttö: aloitus done")
    assert answer(["chekc"], capsys)[2].startswith("aloitus: tuntematon komento")
    assert answer(["--lang", "en", "done", "--help"], capsys)[1].startswith("Usage: aloitus done")


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
    (["doen"], "no such command 'doen'. Did you mean: done?", "aloitus --help"),
    (["xyzzy"], "no such command 'xyzzy'.", "aloitus --help"),
    (["check", "--formt", "json"], "no such option --formt.", "aloitus check --help"),
    (["render", "--chekc"], "no such option --chekc. Did you mean: --check?", "aloitus render --help"),
    (["render", "extra"], "unexpected word 'extra'.", "aloitus render --help"),
    (["render", "--today"], "option --today needs a value.", "aloitus render --help"),
    (["render", "--check=yes"], "option --check takes no value.", "aloitus render --help"),
    (["render", "--today", "23.11."], "--today: '23.11.' is not a day.", "aloitus render --help"),
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


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["done", "kuusi"], "TASK is missing.\nUsage: aloitus done [OPTIONS] CLIENT TASK...\n"),
        (["wait", "kuusi", "a"], "--reason is missing.\nUsage: aloitus wait [OPTIONS] CLIENT TASK... --reason TEXT\n"),
        (["status", "a", "b"], "unexpected word 'b'.\nUsage: aloitus status [OPTIONS] [CLIENT]\n"),
    ],
)
def test_where_something_is_missing_the_whole_command_is_shown(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answer(words, capsys)[2] == f"aloitus: {said}Help: aloitus {words[0]} --help\n"


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("command", COMMANDS)
def test_what_a_value_stands_for_is_said_in_the_users_language(
    command: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = answer([command, "--help", "--lang", language], capsys)[1]
    assert not [word for word in (" PATH", " INTEGER", " FILENAME") if word in out]
    assert language == "en" or not [word for word in (" TEXT", " HOST", " FILE", " DATE ") if word in out]


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


def test_a_question_left_without_an_answer_is_no_error_of_the_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("aloitus.commands.status.open_practice", fail(Abort()))
    assert run(["status"]) == 130
    assert capsys.readouterr() == ("", "aloitus: interrupted. Nothing was written.\n")


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            PermissionError(errno.EACCES, "Permission denied", ".aloitus/lock"),
            "(.aloitus/lock): you haven't the right to",
        ),
        (OSError(errno.ENOSPC, "No space left on device"), "refused this: the disk is full"),
        (OSError(errno.EIO, "Input/output error"), "refused this: Input/output error"),
    ],
)
def test_what_the_system_refuses_is_not_called_the_programs_fault(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: OSError, sentence: str
) -> None:
    monkeypatch.setattr("aloitus.commands.status.open_practice", fail(error))
    assert run(["status"]) == 2
    err = capsys.readouterr().err
    assert err.endswith(f"{sentence}\n")
    assert "program" not in err


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_closed_stream_is_no_error(tmp_path: Path, closed: str) -> None:
    command = f"'{sys.executable}' -m aloitus explain CLO301 {closed}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


def test_without_libyaml_what_to_install_is_told(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "firm.yaml").write_text("languages: [fi, en]\n", "utf-8")
    code = "import sys; sys.modules['yaml._yaml'] = None; import aloitus.cli; aloitus.cli.main(['status'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 2
    assert "pip install --force-reinstall" in done.stderr
    assert "Traceback" not in done.stderr


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


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
@pytest.mark.parametrize(("command", "code"), [("--version", 0), ("explain CLO301", 0), ("chekc", 2)])
def test_with_its_output_closed_the_exit_code_still_tells(closed: str, command: str, code: int, tmp_path: Path) -> None:
    words = f"'{sys.executable}' -m aloitus --lang en {command} {closed}"
    done = subprocess.run(["bash", "-c", words], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == code
    assert "Traceback" not in done.stderr


def test_a_terminal_that_lacks_a_character_shows_its_number(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "aloitus", "--lang", "fi", "chekc"]
    done = subprocess.run(command, capture_output=True, check=False, cwd=tmp_path, env=environment)
    assert done.returncode == 2
    assert b"\\u201dchekc\\u201d" in done.stderr
