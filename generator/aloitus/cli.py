"""The way in. What needs no parsing (`--version`, `--help`) is answered before anything heavy is imported."""

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from aloitus.command_line.language import (
    COMPLETION,
    chosen_language,
    firm_language,
    language_of,
    languages,
    overview,
    without_language,
)

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
        text = overview(language or firm_language("") or language_of(os.environ))
        print(text, end="", file=sys.stdout if rest else sys.stderr)
        sys.exit(0 if rest else 2)

    from aloitus.command_line.run import run

    sys.exit(run(words))
