"""Text that the firm wrote, in one language or several."""

from collections.abc import Mapping
from dataclasses import dataclass

ANY_LANGUAGE = ""
"""The key of a plain string: a text that was written once, for readers of every language."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text by language, in the order of the file; a plain string stands under `ANY_LANGUAGE`."""

    versions: tuple[tuple[str, str], ...]

    @classmethod
    def plain(cls, text: str) -> "Text":
        return cls(((ANY_LANGUAGE, text),))

    @classmethod
    def by_language(cls, versions: Mapping[str, str]) -> "Text":
        return cls(tuple(versions.items()))

    def say(self, language: str) -> str:
        """The text in `language`; where it isn't written in that, the first version there is."""
        for known, text in self.versions:
            if known in (language, ANY_LANGUAGE):
                return text
        return self.versions[0][1] if self.versions else ""
