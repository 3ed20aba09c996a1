"""How words are written, and mistyped."""

import unicodedata
from collections.abc import Iterable


def bare(word: str) -> str:
    """The word in small letters without marks: `Myyjä` is `myyja`."""
    folded = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in folded if unicodedata.category(letter)[0] != "M")


def one_swap_from(word: str, known: Iterable[str]) -> str | None:
    """The known word of which `word` has two neighbouring letters the other way round: `doen` is `done`."""
    return next((other for other in known if len(other) == len(word) and _is_one_swap(word, other)), None)


def _is_one_swap(word: str, other: str) -> bool:
    apart = [place for place, letters in enumerate(zip(word, other, strict=True)) if letters[0] != letters[1]]
    first = apart[0] if apart else 0
    return apart == [first, first + 1] and word[first : first + 2] == other[first + 1] + other[first]
