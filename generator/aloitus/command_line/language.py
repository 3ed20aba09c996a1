"""The language of an answer before the firm is known. Nothing heavy is imported here: `--help` needs it."""

import os
from collections.abc import Mapping, Sequence

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 -- pathlib would double the start-up
COMPLETION = "_ALOITUS_COMPLETE"
"""What a shell sets when it asks what could follow."""
LOCALE = os.path.join(PACKAGE, "locale")  # noqa: PTH118 -- as above


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
