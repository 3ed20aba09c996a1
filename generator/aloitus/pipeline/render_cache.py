"""What the last render made of each client, so that the next one need not make it again.

It only ever saves work. A client is taken from here when its file, everything else that its pages are made from, and
the files on the disk are as they were; a line that is damaged, or written by another version, counts as none.
"""

import hashlib
import json
import os
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

FORMAT = "render 2"


class Remembered(NamedTuple):
    """`key`: hash of all that the pages are made from. `stamp`: how the files stood on the disk when they were right.

    `summary`: packed JSON, whatever the pages that look across clients need.
    """

    key: str
    stamp: str
    paths: tuple[str, ...]
    summary: str | None


def read_cache(path: Path) -> dict[str, Remembered]:
    """What is remembered, by client id; nothing where there is no cache."""
    rows = map(json.loads, read_lines(path, FORMAT))
    return {name: Remembered(key, stamp, tuple(paths), summary) for name, key, stamp, paths, summary in rows}


def write_cache(path: Path, known: Mapping[str, Remembered]) -> None:
    write_lines(path, FORMAT, [[name, *one] for name, one in sorted(known.items())])


def read_lines(path: Path, format_name: str) -> Iterator[bytes]:
    """The lines of a cache that stand as they were written: JSON, each with a checksum before it."""
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError:
        return
    if lines[0] != format_name.encode():
        return
    for line in lines[1:]:
        check, _, rest = line.partition(b" ")
        if rest and check == _checksum(rest):
            yield rest


def write_lines(path: Path, format_name: str, rows: Iterable[Sequence[object]]) -> None:
    """A cache that can't be written is no reason to stop: what it would save next time is done by now."""
    lines = [format_name.encode()]
    for row in rows:
        rest = json.dumps(row, ensure_ascii=False).encode()
        lines.append(_checksum(rest) + b" " + rest)
    fresh = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(exist_ok=True)
        fresh.write_bytes(b"\n".join(lines) + b"\n")
        fresh.replace(path)
    except OSError:
        return


def pack(text: str) -> str:
    """Less than half of its memory: a large firm's are all held at once."""
    return b64encode(zlib.compress(text.encode(), 1)).decode("ascii")


def unpack(packed: str) -> str:
    return zlib.decompress(b64decode(packed)).decode()


def stamp_of(folder: str, paths: Iterable[str]) -> str | None:
    """Changes whenever one of the files does; None when one isn't there.

    As git does, it trusts size and times: any write changes the time of the last change of state.
    """
    parts = []
    try:
        for path in paths:
            found = os.stat(f"{folder}/{path}", follow_symlinks=False)  # noqa: PTH116 -- tens of thousands of files
            parts.append(f"{path}\0{found.st_size}\0{found.st_mtime_ns}\0{found.st_ctime_ns}\0{found.st_ino}")
    except OSError:
        return None
    return hash_of("\n".join(parts).encode())


def hash_of(*parts: bytes) -> str:
    """Of several parts, so that none can be mistaken for a piece of its neighbour."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def program_stamp() -> str:
    """Changes with the program: its version, and the files that it runs from."""
    from aloitus import __version__

    parts = [__version__.encode()]
    for folder, folders, names in os.walk(Path(__file__).parents[1]):
        folders.sort()
        for name in sorted(names):
            if name.endswith((".py", ".yaml")):
                found = os.stat(f"{folder}/{name}")  # noqa: PTH116 -- hundreds of files, at every start
                parts.append(f"{folder}/{name}\0{found.st_size}\0{found.st_mtime_ns}".encode())
    return hash_of(*parts)


def _checksum(line: bytes) -> bytes:
    return hashlib.blake2b(line, digest_size=8).hexdigest().encode()
