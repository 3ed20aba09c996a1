"""Which paths a pattern of git's attribute files names; in doubt, more of them than git would say."""

import re
from collections.abc import Collection, Mapping

from aloitus.gate.files.layout import fold

_PARTS = re.compile(
    r"""
    (?P<folders> (?:^|(?<=/)) \*\*/ )          # any folders, or none
    | (?P<all> \*\*+ )                        # anything below
    | (?P<some> \* )
    | (?P<one> \? | \[[!^]?\]?(?:\[:\w*:\]|\\.|[^\]])*\] )    # a set of characters counts as any of them
    | \\?(?P<letter> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_ANY: Mapping[str | None, str] = {"folders": "(?:.*/)?", "all": ".*", "some": "[^/]*", "one": "[^/]"}
_ESCAPED = re.compile(r"\\(?:([0-7]{3})|(.))")
_ESCAPES = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


def matches(pattern: str, paths: Collection[str]) -> bool:
    """Whether a pattern of the attribute file at the root names any of `paths` (as `fold` makes them)."""
    shape = re.compile(_expression(fold(pattern.removeprefix("/"))), re.DOTALL)
    if "/" in pattern:
        return any(map(shape.fullmatch, paths))
    return any(shape.fullmatch(path.rpartition("/")[2]) for path in paths)


def _expression(pattern: str) -> str:
    return "".join(_ANY.get(part.lastgroup) or re.escape(part["letter"]) for part in _PARTS.finditer(pattern))


def unquoted(written: str) -> str:
    r"""What a word says that may stand in quotes, as C has it: `"\143lients/*"` is `clients/*`."""
    if not written.startswith('"'):
        return written

    def meant(found: re.Match[str]) -> str:
        octal, letter = found.groups()
        return chr(int(octal, 8) & 0xFF) if octal else _ESCAPES.get(letter, letter)

    # git reads no further than a letter whose number is nought
    return _ESCAPED.sub(meant, written[1:-1]).partition("\0")[0]
