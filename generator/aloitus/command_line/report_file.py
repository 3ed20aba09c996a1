"""Writes a report into a file; inside the clone that is judged, never through a link that a change put there."""

import os
import secrets
from pathlib import Path

from aloitus.errors import UserError, cause


def write_report(root: Path, path: Path, text: str) -> None:
    """`path` is counted from `root`; UserError where the file can't be written.

    Outside of `root` links are the user's own, and so are devices and pipes.
    """
    clone = Path(os.path.abspath(root))  # noqa: PTH100 -- by the names alone: `..` goes past no link
    target = Path(os.path.abspath(clone / path))  # noqa: PTH100 -- as above
    try:
        if target.is_relative_to(clone):
            _replace(clone, target, text)
        else:
            target.write_text(text, "utf-8")
    except OSError as error:
        raise UserError("errors.unwritable", path=str(path), why=cause(error)) from error


def _replace(clone: Path, target: Path, text: str) -> None:
    folder = target.parent
    while folder.is_relative_to(clone) and folder != clone:
        if folder.is_symlink():
            raise UserError("errors.report-through-link", link=str(folder.relative_to(clone)))
        folder = folder.parent
    fresh = target.with_name(f".{target.name}-{secrets.token_hex(4)}")
    try:
        with fresh.open("x", encoding="utf-8") as file:
            file.write(text)
        os.replace(fresh, target)  # noqa: PTH105 -- one step, and a link is replaced itself
    finally:
        fresh.unlink(missing_ok=True)
