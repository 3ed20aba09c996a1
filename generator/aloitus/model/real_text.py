"""Whether a text tells anything: reasons, minutes, decisions and evidence have to."""

import unicodedata

# What people type to get past a field, in the files' languages, as letters and digits alone.
_FILLERS = frozenset(
    {"asd", "asdf", "ei", "eimitään", "eiole", "eioo", "empty", "fixme", "na", "nil", "none", "notapplicable"}
    | {"nothing", "null", "placeholder", "puuttuu", "qwerty", "tba", "tbc", "tbd", "test", "testi", "todo", "tyhjä"}
)
_SURELY_REAL = 16


def says_nothing(text: str) -> bool:
    """True of blanks, punctuation, a lone letter, `xxx`, `n/a`, `TBD` and their like.

    Numbers are real: an engagement's number is evidence.
    """
    if len(text) >= _SURELY_REAL and text[0].isalnum() and len(set(text[:_SURELY_REAL])) > _SURELY_REAL // 2:
        return False
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _is_filler(folded) or all(_is_filler(word) for word in folded.split())


def _is_filler(text: str) -> bool:
    letters = "".join(character for character in text if character.isalnum())
    if letters.isascii() and letters.isalpha() and len(set(letters)) == 1:
        return True
    return not letters or letters in _FILLERS
