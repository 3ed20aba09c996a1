"""What must never stand in a client's file: personal identity codes and bank account numbers.

The reader masks them before anything else sees the text, so that no message, page or report can repeat them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aloitus.findings import FindingKind
from aloitus.loading import val_kinds as kinds

MASK = "•"

# A hyphen pasted from a document is often a longer dash.
_IDENTITY_CODE = re.compile(
    r"(?<![0-9a-z])[0-9]{6}[-+a-fu-y\u2010-\u2015\u2212][0-9]{3}[0-9a-y](?![0-9a-z])", re.IGNORECASE
)
# An account number may run over a line's end, and ordinary words may follow it: the candidate is cut to length later.
_ACCOUNT = re.compile(r"(?<![0-9A-Za-z])(?=([A-Za-z]{2}[0-9]{2}(?:[\s-]{0,12}[0-9A-Za-z]){11,30}))")
_SHORTEST_ACCOUNT = 15

# A file where so many numbers look like one of these is no client's file: the rest isn't examined, but masked.
_MOST_EXAMINED = 200

# Digits as 0, letters as A, plus as minus: a file without one of these shapes has neither number, and is not searched.
_SHAPE_OF_BYTE = bytes.maketrans(
    b"+0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", b"-" + b"0" * 10 + b"A" * 52
)
_SUSPECT_SHAPES = (b"000000-000", b"000000A000", b"000000\xe2", b"AA00")


@dataclass(frozen=True, slots=True)
class Secret:
    """Where in the text a number stands that has to go, and how it may be shown."""

    kind: FindingKind
    start: int
    end: int
    masked: str


def may_have_secrets(data: bytes) -> bool:
    shapes = data.translate(_SHAPE_OF_BYTE)
    return any(map(shapes.__contains__, _SUSPECT_SHAPES))


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
    done = 0
    for number, found in enumerate(_ACCOUNT.finditer(text)):
        if found.start() < done:
            continue
        length = _account_length(found[1]) if number < _MOST_EXAMINED else len(found[1])
        if length:
            done = found.start() + length
            masked = found[1][:2] + re.sub("[0-9A-Za-z]", MASK, found[1][2:length])
            yield Secret(kinds.BANK_ACCOUNT_NUMBER, found.start(), done, masked)


def _account_length(candidate: str) -> int:
    """How much of a text that begins like an account number is one; 0 when none of it is."""
    from stdnum import iban

    number = ""
    for group in re.finditer("[0-9A-Za-z]+", candidate):
        number += group[0]
        if len(number) >= _SHORTEST_ACCOUNT and iban.is_valid(number, check_country=False):
            return group.end()
    return 0
