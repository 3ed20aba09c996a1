"""From a file's bytes to text that is safe to parse: size, UTF-8, and characters that hide or reorder text."""

import re
from dataclasses import dataclass
from itertools import islice

from aloitus.findings import Finding, Place, Span
from aloitus.loading import yml_kinds as kinds

MAX_BYTES = 256 * 1024
_MOST_CHARACTERS_NAMED = 10

_BOM = b"\xef\xbb\xbf"
_LINE_BREAKS = "\r\x85\u2028\u2029"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_FORBIDDEN = re.compile(
    rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff{_BIDI}]|\r(?!\n)",
)
# The scan costs a tenth of the parse, and these bytes begin every character it looks for; most files have none of them.
_SUSPECT_BYTES = bytes(
    [*range(0x09), 0x0B, 0x0C, 0x0D, *range(0x0E, 0x20), 0x7F, 0xC2, 0xD8, 0xE2, 0xEF],
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """`data` and `text` are the same characters, without a byte-order mark. Not `sound`: not to be parsed."""

    data: bytes
    text: str
    findings: tuple[Finding, ...]
    sound: bool


def decode(path: str, data: bytes) -> Decoded:
    if len(data) > MAX_BYTES:
        place = Place(path, span=Span(1, 1, 1, 1))
        too_large = kinds.FILE_TOO_LARGE.at(place, size=-(-len(data) // 1024), most=MAX_BYTES // 1024)
        return Decoded(b"", "", (too_large,), sound=False)
    findings: list[Finding] = []
    if data.startswith(_BOM):
        data = data[len(_BOM) :]
        findings.append(kinds.BYTE_ORDER_MARK.at(Place(path, span=Span(1, 1, 1, 1))))
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        span = _span(before, len(before))
        variant = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ""
        not_utf8 = kinds.NOT_UTF8.at(Place(path, span=span), variant=variant, byte=f"0x{data[error.start]:02X}")
        return Decoded(b"", printable(data.decode(errors="replace")), (*findings, not_utf8), sound=False)
    if len(data.translate(None, _SUSPECT_BYTES)) == len(data):
        return Decoded(data, text, tuple(findings), sound=True)
    forbidden = [_forbidden(path, text, found) for found in islice(_FORBIDDEN.finditer(text), _MOST_CHARACTERS_NAMED)]
    if forbidden:
        return Decoded(b"", printable(text), (*findings, *forbidden), sound=False)
    return Decoded(data, text, tuple(findings), sound=True)


def printable(text: str) -> str:
    """The text with every refused character shown as U+FFFD, so that an excerpt can't steer a terminal."""
    return _FORBIDDEN.sub("\ufffd", text)


def first_forbidden(text: str) -> str | None:
    found = _FORBIDDEN.search(text)
    return found[0] if found else None


def code_point(character: str) -> str:
    """`U+0430 CYRILLIC SMALL LETTER A`; control characters have a number only."""
    import unicodedata

    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def _forbidden(path: str, text: str, found: re.Match[str]) -> Finding:
    character = found[0]
    variant = ""
    if character in _LINE_BREAKS:
        variant = "line-break"
    elif re.match(f"[{_BIDI}]", character):
        variant = "direction"
    place = Place(path, span=_span(text, found.start()))
    return kinds.FORBIDDEN_CHARACTER.at(place, variant=variant, character=code_point(character))


def _span(text: str, index: int) -> Span:
    line = text.count("\n", 0, index) + 1
    column = index - text.rfind("\n", 0, index)
    return Span(line, column, line, column + 1)
