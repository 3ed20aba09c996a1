"""Kinds of values that are one of a few: the words of a field, and languages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from yaml.events import ScalarEvent

from aloitus.loading import val_kinds as kinds
from aloitus.loading.reading import Reading, shown
from aloitus.loading.suggestions import nearest, oddity
from aloitus.loading.tree import Node, RefusedNode
from aloitus.loading.values import is_null, wrong_shape

T = TypeVar("T")

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")


@dataclass(frozen=True, slots=True)
class Language:
    """A language code; where the firm's languages are known, one of them."""

    def read(self, node: Node, reading: Reading) -> str | None:
        if type(node) is not ScalarEvent:
            wrong_shape(node, reading, "text")
        elif not reading.languages:
            if _LANGUAGE.fullmatch(node.value):
                return node.value
            if not is_null(node):
                reading.add(kinds.BAD_SETTING, node, variant="language", advice="language-help", value=shown(node))
        elif node.value in reading.languages:
            return node.value
        elif not is_null(node):
            reading.add(kinds.UNKNOWN_LANGUAGE, node, value=shown(node), languages=reading.languages)
        return None


@dataclass(frozen=True, slots=True)
class Word(Generic[T]):
    """One of a few words; `also_said` are words that people write instead, and the right one for each."""

    words: Mapping[str, T]
    also_said: Mapping[str, str] = field(default_factory=dict)

    def read(self, node: Node, reading: Reading) -> T | None:
        if type(node) is ScalarEvent:
            word = self.words.get(node.value)
            if word is not None:
                return word
            if is_null(node):
                return None
        if type(node) is not RefusedNode and reading.has_room():
            self._complain(node, reading)
        return None

    def meant(self, written: str) -> str | None:
        return nearest(written, self.words, self.also_said)

    def _complain(self, node: Node, reading: Reading) -> None:
        written = shown(node)
        if isinstance(node, ScalarEvent) and node.value.strip() != node.value == node.value[:20]:
            written = " ".join(node.value.split("\n"))  # the space that's too much is what's wrong
        variant, character = oddity(written)
        suggestion = self.meant(written)
        reading.add(
            kinds.UNKNOWN_WORD,
            node,
            variant=variant,
            advice="meant-help" if suggestion else "help",
            value=written,
            line=reading.typed(node, suggestion or ""),
            words=tuple(self.words),
            character=character,
        )
