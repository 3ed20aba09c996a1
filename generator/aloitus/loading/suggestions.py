"""What somebody probably meant: the known word nearest to the one that was written."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from datetime import date
from difflib import get_close_matches

# Letters of other alphabets that look like ours; in a key or a word they are mistakes, or meant to deceive.
_LOOK_ALIKES = str.maketrans("аеорсухіѕјһԁӏԛԝοανρτικυ", "aeopcyxisjhdlqwoavptiku")
_ASCII_TWINS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ł": "l"})


def plain(word: str) -> str:
    """The word in small ASCII letters, as far as that goes: `" Doné"` is `done`."""
    folded = unicodedata.normalize("NFKD", word.casefold().translate(_LOOK_ALIKES).translate(_ASCII_TWINS))
    bare = "".join(letter for letter in folded if unicodedata.category(letter)[0] != "M")
    return bare.strip().strip("\"'[](){}").strip()


def nearest(written: str, known: Collection[str], also_said: Mapping[str, str] | None = None) -> str | None:
    """The known word that `written` comes nearest to; `also_said` maps other words, plain, to known ones."""
    word = plain(written[:80])
    for candidate in (word, *(re.sub("[ _-]+", joint, word) for joint in "-_")):
        if candidate in known:
            return candidate
    words = {**(also_said or {}), **{name: name for name in known}}
    if word in words:
        return words[word]
    close = get_close_matches(re.sub("[ _]+", "-", word), [re.sub("[ _]+", "-", name) for name in words], n=1)
    return next((words[name] for name in words if close and re.sub("[ _]+", "-", name) == close[0]), None)


def as_id(written: str) -> str | None:
    """`Liisa Laine` → `liisa-laine`."""
    return re.sub("[^a-z0-9]+", "-", plain(written[:200])).strip("-")[:63].strip("-") or None


def first_odd(written: str) -> str | None:
    """The first character that isn't ASCII, for a message to name."""
    return next((letter for letter in written if not letter.isascii()), None)


def as_day(written: str) -> date | None:
    """A day told as `2026-06-01` or, as Finland writes it, `1.6.2026`; None of a day that there isn't."""
    for pattern, order in _TOLD_FORMS:
        found = pattern.fullmatch(written.strip())
        if found:
            year, month, day = (int(found[place]) for place in order)
            return _capped(year, month, day, most=0)
    return None


def meant_day(written: str) -> date | None:
    """The day that a date in another form means; of a day that a month doesn't have, the month's last."""
    for pattern, order in _OTHER_FORMS:
        found = pattern.fullmatch(written.strip())
        if found:
            year, month, day = (int(found[place]) for place in order)
            return _capped(year, month, day, most=3)  # 31 February is three days past the longest end of the month
    return None


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


def _capped(year: int, month: int, day: int, *, most: int) -> date | None:
    for candidate in range(day, day - most - 1, -1):
        try:
            return date(year, month, candidate)
        except ValueError:
            continue
    return None


def as_time(written: str) -> str | None:
    """`klo 9`, `9.00` and `9:00:00` are 09:00."""
    found = _OTHER_TIMES.fullmatch(written.strip().lower())
    return f"{int(found[1]):02}:{int(found[2] or 0):02}" if found else None


_OTHER_TIMES = re.compile("(?:klo|at)? ?([01]?[0-9]|2[0-3])(?:[.:]?([0-5][0-9])(?:[.:][0-5][0-9])?)?")
