"""What the last render made of each client, so that the next one need not make it again.

It only ever saves work. A client is taken from here when its file, everything else that its pages are made from, and
the files on the disk are as they were; a line that is damaged, or written by another version, counts as none.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

FORMAT = "render 1"


@dataclass(frozen=True, slots=True)
class Remembered:
    """`key`: hash of all that the pages are made from. `stamp`: how the files stood on the disk when they were right.

    `summary`: JSON, whatever the pages that look across clients need.
    """

    key: str
    stamp: str
    paths: tuple[str, ...]
    summary: str | None


def read_cache(path: Path) -> dict[str, Remembered]:
    """What is remembered, by client id; nothing where there is no cache."""
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError:
        return {}
    known: dict[str, Remembered] = {}
    if lines[0] != FORMAT.encode():
        return known
    for line in lines[1:]:
        check, _, rest = line.partition(b" ")
        if rest and check == _checksum(rest):
            name, key, stamp, paths, summary = json.loads(rest)
            known[name] = Remembered(key, stamp, tuple(paths), summary)
    return known


def write_cache(path: Path, known: Mapping[str, Remembered]) -> None:
    """A cache that can't be written is no reason to stop: the pages are there."""
    lines = [FORMAT.encode()]
    for name, one in sorted(known.items()):
        rest = json.dumps([name, one.key, one.stamp, one.paths, one.summary], ensure_ascii=False).encode()
        lines.append(_checksum(rest) + b" " + rest)
    fresh = path.with_name(path.name + ".new")
    try:
        fresh.write_bytes(b"\n".join(lines) + b"\n")
        fresh.replace(path)
    except OSError:
        return


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

    folder = Path(__file__).parents[1]
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".py", ".yaml"))
    stats = [(path, path.stat()) for path in files]
    return hash_of(__version__.encode(), *(f"{path}\0{at.st_size}\0{at.st_mtime_ns}".encode() for path, at in stats))


def _checksum(line: bytes) -> bytes:
    return hashlib.blake2b(line, digest_size=8).hexdigest().encode()
