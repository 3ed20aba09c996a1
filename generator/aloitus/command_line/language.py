"""The language of an answer before the firm has been read. Nothing heavy is imported here: `--help` needs it."""

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
    """The language of the terminal: English where its locale is another language's than Finnish, else Finnish."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            locale = environment[name].lower().partition(".")[0]
            return "fi" if locale in ("c", "posix") or locale.startswith("fi") else "en"
    return "fi"


def firm_language(folder: str) -> str | None:
    """The first of the firm's `languages` that the program speaks, seen without reading YAML: that takes long."""
    path = os.path.join(folder, "templates", "firm.yaml")  # noqa: PTH118 -- as above
    if not os.path.isfile(path):  # noqa: PTH113 -- as above; whoever opens a device or a pipe may wait for ever
        return None
    try:
        with open(path, encoding="utf-8", errors="replace") as file:  # noqa: PTH123 -- as above
            text = file.read(64 * 1024)
    except OSError:
        return None
    listed = f"\n{text}".partition("\nlanguages:")[2].replace("[", " ").replace("]", " ] ").replace(",", " ")
    spoken = languages()
    for word in listed.split():
        if word.strip("\"'") in spoken:
            return word.strip("\"'")
        if word == "]" or word.endswith(":"):
            break
    return None


def languages() -> list[str]:
    return sorted(entry.name for entry in os.scandir(LOCALE) if entry.is_dir())


def overview(language: str) -> str:
    """The text of `aloitus --help`: a file of its own, since reading YAML would take longer than all the rest."""
    with open(os.path.join(LOCALE, language, "overview.txt"), encoding="utf-8") as file:  # noqa: PTH118, PTH123 -- as above
        return file.read()
