"""What a program that turns Markdown into HTML has to tell of itself."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from aloitus.publishing.sites import Site


@dataclass(frozen=True, slots=True)
class Engine:
    """`command`: what builds one wiki into a folder, for as long as the context lasts; `prepare`: done once before."""

    name: str
    command: Callable[[Site, Path], AbstractContextManager[list[str]]]
    prepare: Callable[[Path], None] = lambda _root: None
