"""Whether a text tells anything: reasons, minutes, decisions and evidence have to."""

import unicodedata

# What people type to get past a field, in the files' languages, as letters and digits alone.
_FILLERS = frozenset(
    {"asd", "asdf", "ei", "eimitään", "eiole", "eioo", "empty", "fixme", "na", "nil", "none", "notapplicable"}
    | {"nothing", "null", "placeholder", "puuttuu", "qwerty", "tba", "tbc", "tbd", "test", "testi", "todo", "tyhjä"}
)
_BLANK_LETTERS = dict.fromkeys(map(ord, "\u115f\u1160\u3164\uffa0"))
"""Letters by their category that show nothing: fillers of Hangul."""
_A_WORD = 4
_OTHER_ALPHABETS = "\u0250"
"""The first letter that isn't Latin: what comes after may be a look-alike, such as full-width letters."""


def says_nothing(text: str) -> bool:
    """True of blanks, punctuation, a lone letter, `xxx`, `n/a`, `TBD` and their like.

    Numbers are real: an engagement's number is evidence.
    """
    if _begins_with_a_word(text):
        return False
    folded = unicodedata.normalize("NFKC", text).translate(_BLANK_LETTERS).casefold()
    return _is_filler(folded) or all(_is_filler(word) for word in folded.split())


def _begins_with_a_word(text: str) -> bool:
    """Settles it for most texts, cheaply: a check reads tens of thousands of them."""
    word = text.partition(" ")[0]
    if len(word) < _A_WORD or not word.isalnum() or word[0] == word[1] or word[0] >= _OTHER_ALPHABETS:
        return False
    return word.casefold() not in _FILLERS


def _is_filler(text: str) -> bool:
    letters = "".join(character for character in text if character.isalnum())
    if letters.isascii() and letters.isalpha() and len(set(letters)) == 1:
        return True
    return not letters or letters in _FILLERS
