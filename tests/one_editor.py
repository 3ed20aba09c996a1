"""An edit that other processes make: a module of its own, which they can import."""

from pathlib import Path

from aloitus.editing.apply import apply
from aloitus.editing.document import read_document
from aloitus.editing.edits import Put
from aloitus.editing.file import edit_file, only_editor

PATH = "clients/a.yaml"


def set_key(root: Path, key: str) -> None:
    with only_editor(root):
        edit_file(root, PATH, lambda data: apply(read_document(PATH, data), [Put((key,), "x")]).data)
