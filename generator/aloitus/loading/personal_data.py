"""What must never stand in a client's file: personal identity codes and bank account numbers.

The reader masks them before anything else sees the text, so that no message, page or report can repeat them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from aloitus.findings import FindingKind
from aloitus.loading import val_kinds as kinds

MASK = "•"

# A hyphen pasted from a document is often a longer dash.
_IDENTITY_CODE = re.compile(
    r"(?<![0-9a-z])[0-9]{6}[-+a-fu-y\u2010-\u2015\u2212][0-9]{3}[0-9a-y](?![0-9a-z])", re.IGNORECASE
)
_ACCOUNT_START = re.compile(r"(?<![0-9A-Za-z])([A-Za-z]{2})[0-9]{2}")
# An account number may be written in groups, and run over a line's end.
_BETWEEN_GROUPS = frozenset(" \t\r\n\u00a0-")

# A file where so many numbers look like one of these is no client's file: the rest isn't examined, but masked.
_MOST_EXAMINED = 200

# Digits as 0, letters as A, plus as minus: a file without one of these shapes has neither number, and is not searched.
_SHAPE_OF_BYTE = bytes.maketrans(
    b"+0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", b"-" + b"0" * 10 + b"A" * 52
)
# A regular expression that begins with a literal is twice as fast here as `in`.
_IDENTITY_SHAPE = re.compile(rb"000000(?:-000|A000|\xe2)")
_ACCOUNT_SHAPE = re.compile(rb"AA00")


@dataclass(frozen=True, slots=True)
class Secret:
    """Where in the text a number stands that has to go, and how it may be shown."""

    kind: FindingKind
    start: int
    end: int
    masked: str


def may_have_secrets(data: bytes) -> bool:
    shapes = data.translate(_SHAPE_OF_BYTE)
    return bool(_IDENTITY_SHAPE.search(shapes) or _ACCOUNT_SHAPE.search(shapes))


def find_secrets(text: str) -> list[Secret]:
    return sorted([*_identity_codes(text), *_accounts(text)], key=lambda secret: secret.start)


def mask(text: str, secrets: list[Secret]) -> str:
    """The text with every secret masked, character for character: columns stay."""
    parts, done = [], 0
    for secret in secrets:
        parts += [text[done : secret.start], secret.masked]
        done = secret.end
    return "".join([*parts, text[done:]])


def _identity_codes(text: str) -> Iterator[Secret]:
    from stdnum.fi import hetu

    for number, found in enumerate(_IDENTITY_CODE.finditer(text)):
        if number >= _MOST_EXAMINED or hetu.is_valid(found[0], allow_temporary=True):
            masked = MASK * 6 + found[0][6] + MASK * 4
            yield Secret(kinds.PERSONAL_IDENTITY_CODE, found.start(), found.end(), masked)


def _accounts(text: str) -> Iterator[Secret]:
    from stdnum import iban

    done = examined = 0
    for found in _ACCOUNT_START.finditer(text):
        end = 0 if found.start() < done else _account_end(text, found.start(), _account_size(found[1].upper()))
        if not end:
            continue
        examined += 1
        number = re.sub("[^0-9A-Za-z]", "", text[found.start() : end])
        if examined > _MOST_EXAMINED or iban.is_valid(number, check_country=False):
            done = end
            masked = found[1] + re.sub("[0-9A-Za-z]", MASK, text[found.start() + 2 : end])
            yield Secret(kinds.BANK_ACCOUNT_NUMBER, found.start(), end, masked)


@lru_cache(maxsize=26 * 26)
def _account_size(country: str) -> int:
    """How many letters and digits an account number of the country has; 0 where it has no such numbers."""
    from stdnum import numdb

    (_, properties), *_ = numdb.get("iban").info(country)
    sizes = re.findall("([0-9]+)!", properties.get("bban", ""))
    return len("FI21") + sum(map(int, sizes)) if sizes else 0


def _account_end(text: str, start: int, size: int) -> int:
    """Where a number of that size ends that begins at `start`; 0 when something else is in between, or it goes on."""
    for position in range(start, len(text) if size else 0):
        letter = text[position]
        if letter.isascii() and letter.isalnum():
            size -= 1
            if size == 0:
                following = text[position + 1 : position + 2]
                return 0 if following.isascii() and following.isalnum() else position + 1
        elif letter not in _BETWEEN_GROUPS:
            return 0
    return 0
