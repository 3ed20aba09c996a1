"""The way in. What needs no parsing (`--version`, `--help`) is answered before anything heavy is imported."""

import os
import sys
from collections.abc import Mapping, Sequence
from typing import NoReturn

LOCALE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "locale")  # noqa: PTH100, PTH118, PTH120 -- pathlib would double the start-up
COMPLETION = "_ALOITUS_COMPLETE"
"""What a shell sets when it asks what could follow."""
HELP_WORDS = ("--help", "-h")


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    if COMPLETION in os.environ:
        from aloitus.command_line.completing import complete

        sys.exit(complete())
    words = list(sys.argv[1:] if arguments is None else arguments)
    language = chosen_language(words)
    rest = without_language(words)
    if rest == ["--version"]:
        from aloitus import __version__

        print(f"aloitus {__version__}")
        sys.exit(0)
    known = language is None or language in languages()
    if known and (not rest or (len(rest) == 1 and rest[0] in HELP_WORDS)):
        text = overview(language or language_of(os.environ))
        (sys.stdout if rest else sys.stderr).write(text)
        sys.exit(0 if rest else 2)

    from aloitus.command_line.run import run

    sys.exit(run(words))


def chosen_language(words: Sequence[str]) -> str | None:
    """What `--lang` says, wherever it stands: it decides the language of the very errors that parsing may find."""
    chosen = None
    for position, word in enumerate(words):
        if word == "--":
            break
        if word.startswith("--lang="):
            chosen = word.partition("=")[2]
        elif word == "--lang" and position + 1 < len(words):
            chosen = words[position + 1]
    return chosen


def without_language(words: Sequence[str]) -> list[str]:
    rest = list(words)
    while "--lang" in rest[:-1]:
        at = rest.index("--lang")
        del rest[at : at + 2]
    return [word for word in rest if not word.startswith("--lang=")]


def language_of(environment: Mapping[str, str]) -> str:
    """The language of the terminal: Finnish where the locale says so, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "fi" if environment[name].lower().startswith("fi") else "en"
    return "en"


def languages() -> list[str]:
    return sorted(entry.name for entry in os.scandir(LOCALE) if entry.is_dir())


def overview(language: str) -> str:
    """The text of `aloitus --help`: a file of its own, since reading YAML would take longer than all the rest."""
    with open(os.path.join(LOCALE, language, "overview.txt"), encoding="utf-8") as file:  # noqa: PTH118, PTH123 -- as above
        return file.read()
