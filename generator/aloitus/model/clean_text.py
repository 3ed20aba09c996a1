"""Text on one line, as it's shown to people: nothing in it hides, reorders or breaks what stands around it."""

import re
import unicodedata

_SPACE = re.compile(r"\s+")


def clean(text: str) -> str:
    """NFC, white space collapsed, and nothing invisible that could reorder or hide what is read."""
    if text.isprintable() and "  " not in text and unicodedata.is_normalized("NFC", text):
        return text.strip()  # as nearly every text is: its only white space is single spaces
    return "".join(_visible(char) for char in _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip())


def _visible(char: str) -> str:
    if char in "\u200c\u200d":  # joiners belong to emoji and to several scripts
        return char
    category = unicodedata.category(char)
    return "\ufffd" if category in ("Cc", "Cf", "Cs", "Zl", "Zp") else char
