"""Which paths a pattern of git's attribute files names; in doubt, more of them than git would say."""

import re
from collections.abc import Collection, Iterator

from aloitus.gate.files.layout import fold

_PARTS = re.compile(
    r"""
    (?P<folders> (?:^|(?<=/)) \*\*/ )          # any folders, or none
    | (?P<all> \*\*+ )                        # anything below
    | (?P<some> \* )
    | (?P<one> \? )
    | \\?(?P<letter> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_SET = re.compile(r"\[[!^]?+\]?+(?:\[:\w*+:\]|\\.|[^\]])*+\]", re.DOTALL)
_FOLDERS, _SOME, _ONE = "(?:[^/]*+/)*?", "[^/]*", "[^/]"
_ESCAPED = re.compile(r"\\(?:([0-7]{3})|(.))")
_ESCAPES = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


def matches(pattern: str, paths: Collection[str]) -> bool:
    """Whether a pattern of the attribute file at the root names any of `paths` (as `fold` makes them)."""
    shape = re.compile(_expression(fold(pattern.removeprefix("/"))))
    if "/" in pattern:
        return any(map(shape.fullmatch, paths))
    return any(shape.fullmatch(path.rpartition("/")[2]) for path in paths)


def _expression(pattern: str) -> str:
    """The pattern as a regular expression that no path keeps busy.

    A star that took the least it could never has to take more once what follows it fits: the next star takes the rest.
    Only the last one has to reach the end. `**` is any folders and a star.
    """
    *pieces, last = _pieces(pattern)
    expression = lead = ""
    for runs in pieces:
        expression += f"(?>{lead}{_from_left(runs)})"
        lead = _FOLDERS
    *runs, end = last
    return expression + lead + (_from_left(runs) + _SOME if runs else "") + end


def _from_left(runs: list[str]) -> str:
    return runs[0] + "".join(f"(?>{_SOME}?{run})" for run in runs[1:])


def _pieces(pattern: str) -> list[list[str]]:
    """What stands between any folders, in runs between stars."""
    pieces = [[""]]
    for kind, one in _parts(pattern):
        if kind == "folders":
            pieces.append([""])
        elif kind == "all":
            pieces.append(["", ""])
        elif kind == "some":
            pieces[-1].append("")
        else:
            pieces[-1][-1] += one
    return pieces


def _parts(pattern: str) -> Iterator[tuple[str | None, str]]:
    """Each part's kind, and the one letter that it stands for. A set of characters counts as any of them."""
    at, brackets_end = 0, pattern.rfind("]") + 1
    while at < len(pattern):
        if pattern[at] == "[" and at < brackets_end:
            found = _SET.match(pattern, at)
            at = found.end() if found else brackets_end
            yield "one", _ONE
        elif part := _PARTS.match(pattern, at):
            at = part.end()
            yield part.lastgroup, re.escape(part["letter"]) if part["letter"] else _ONE


def unquoted(written: str) -> str:
    r"""What a word says that may stand in quotes, as C has it: `"\143lients/*"` is `clients/*`."""
    if not written.startswith('"'):
        return written

    def meant(found: re.Match[str]) -> str:
        octal, letter = found.groups()
        return chr(int(octal, 8) & 0xFF) if octal else _ESCAPES.get(letter, letter)

    # git reads no further than a letter whose number is nought
    return _ESCAPED.sub(meant, written[1:-1]).partition("\0")[0]
