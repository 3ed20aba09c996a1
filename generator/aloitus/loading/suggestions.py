"""What somebody probably meant: the known word nearest to the one that was written."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from difflib import get_close_matches

from aloitus.loading.characters import code_point
from aloitus.spelling import bare, one_swap_from

# Letters of other alphabets that look like ours; in a key or a word they are mistakes, or meant to deceive.
_LOOK_ALIKES = str.maketrans("аеорсухіѕјһԁӏԛԝοανρτικυ", "aeopcyxisjhdlqwoavptiku")
_ASCII_TWINS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ł": "l"})
_MOST_LETTERS = 200
"""So many of a text are looked at; no id or word is nearly as long."""


WRONG_QUOTES = "”“„‟’‘‚»«"  # noqa: RUF001 -- look-alikes are what is meant
"""What word processors make of quotes; to YAML they are letters."""


def plain(word: str) -> str:
    """The word in small ASCII letters, as far as that goes: `" Doné"` is `done`."""
    letters = bare(word.casefold().translate(_LOOK_ALIKES).translate(_ASCII_TWINS))
    return letters.strip().strip(f"\"'[](){{}}{WRONG_QUOTES}").strip()


def nearest(written: str, known: Collection[str], also_said: Mapping[str, str] | None = None) -> str | None:
    """The known word that `written` comes nearest to; `also_said` maps other words, plain, to known ones."""
    word = plain(written[:80])
    for candidate in (word, *(re.sub("[ _-]+", joint, word) for joint in "-_")):
        if candidate in known:
            return candidate
    words = {**(also_said or {}), **{name: name for name in known}}
    if word in words:
        return words[word]
    by_spelling = {_joined(name): meant for name, meant in reversed(words.items())}
    spelt = _joined(word)
    close = one_swap_from(spelt, by_spelling) or next(iter(get_close_matches(spelt, by_spelling, n=1)), None)
    return by_spelling[close] if close else None


def _joined(name: str) -> str:
    return re.sub("[ _]+", "-", name)


def as_id(written: str) -> str | None:
    """`Liisa Laine` → `liisa-laine`."""
    return re.sub("[^a-z0-9]+", "-", plain(written[:200])).strip("-")[:63].strip("-") or None


def oddity(written: str) -> tuple[str, str | None]:
    """Which variant of a message tells what is odd about the letters, and the character that it names."""
    if written and written[0] in WRONG_QUOTES:
        return "wrong-quotes", written[0]
    letters = written[:_MOST_LETTERS]
    pairs = zip(f" {letters}", letters, strict=False)
    odd = next((letter for before, letter in pairs if not _is_ordinary(letter, before)), None)
    return ("odd-character", code_point(odd)) if odd else ("", None)


def _is_ordinary(letter: str, before: str) -> bool:
    """Whether anybody sees what the letter is: an `ä` is, one of another alphabet or of double width is not."""
    if letter.isascii() or ord(letter.lower()) in _ASCII_TWINS:
        return True
    if unicodedata.combining(letter):
        return before.isascii() and len(unicodedata.normalize("NFC", before + letter)) == 1
    return unicodedata.name(letter, "").startswith("LATIN ") and unicodedata.normalize("NFD", letter)[0].isascii()


def as_day(written: str) -> date | None:
    """A day told as `2026-06-01` or, as Finland writes it, `1.6.2026`; None of a day that there isn't."""
    return _existing(_told(written.strip(), _TOLD_FORMS))


def meant_day(written: str) -> date | None:
    """The day that a date in another form means; None of a day that there isn't, which nobody can guess."""
    return _existing(told_day(written))


def told_day(written: str) -> tuple[int, int, int] | None:
    """Year, month and day of a date in any form, be there such a day or not."""
    return _told(written.strip().strip(WRONG_QUOTES), _OTHER_FORMS)


_YEAR = "((?:19|2[01])[0-9]{2})"
_TOLD_FORMS = (
    (re.compile(f"{_YEAR}-([0-9]{{1,2}})-([0-9]{{1,2}})"), (1, 2, 3)),
    (re.compile(f"([0-9]{{1,2}})\\. ?([0-9]{{1,2}})\\. ?{_YEAR}"), (3, 2, 1)),
)
_OTHER_FORMS = (
    (re.compile(f"{_YEAR}[-/.]([0-9]{{1,2}})[-/.]([0-9]{{1,2}})(?:[T ].*)?"), (1, 2, 3)),
    (re.compile(f"{_YEAR}([0-9]{{2}})([0-9]{{2}})"), (1, 2, 3)),
    (re.compile(f"([0-9]{{1,2}})[-/.] ?([0-9]{{1,2}})[-/.] ?{_YEAR}"), (3, 2, 1)),
)


def _told(written: str, forms: Iterable[tuple[re.Pattern[str], tuple[int, int, int]]]) -> tuple[int, int, int] | None:
    for pattern, (year, month, day) in forms:
        found = pattern.fullmatch(written)
        if found:
            return int(found[year]), int(found[month]), int(found[day])
    return None


def _existing(told: tuple[int, int, int] | None) -> date | None:
    try:
        return date(*told) if told else None
    except ValueError:
        return None


def as_time(written: str) -> str | None:
    """`klo 9`, `9.00` and `9:00:00` are 09:00."""
    found = _OTHER_TIMES.fullmatch(written.strip().lower())
    return f"{int(found[1]):02}:{int(found[2] or 0):02}" if found else None


_OTHER_TIMES = re.compile("(?:klo|at)? ?([01]?[0-9]|2[0-3])(?:[.:]?([0-5][0-9])(?:[.:][0-5][0-9])?)?")
