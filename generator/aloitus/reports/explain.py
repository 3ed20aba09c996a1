"""What `aloitus explain CODE` and the wiki's page of checks tell of a kind of finding."""

import re
from collections.abc import Iterable

from aloitus.findings import Example, Explanation, FindingKind
from aloitus.i18n import Wording


def explanation_of(kind: FindingKind, say: Wording) -> Explanation:
    """In `say`'s language where it has the explanation, else in English."""
    key = f"{kind.wording_key}-explanation"
    written = say(key) if say.has(key) else kind.explanation
    paragraphs = tuple(" ".join(part.split()) for part in re.split(r"\n\s*\n", written.strip()))
    severity = say(f"reports.{kind.severity.word}")
    return Explanation(kind.code, kind.name, severity, paragraphs, kind.failing, kind.passing)


def explanations(kinds: Iterable[FindingKind], say: Wording) -> tuple[Explanation, ...]:
    """All of them, in the order of their codes."""
    return tuple(explanation_of(kind, say) for kind in sorted(kinds, key=lambda kind: kind.code))


def explain(kind: FindingKind, say: Wording, *, width: int = 100) -> str:
    """The text for a terminal: the explanation, a failing example and a passing one."""
    from textwrap import fill

    told = explanation_of(kind, say)
    parts = [f"{told.code} {told.name} ({told.severity})"]
    parts += [fill(paragraph, width) for paragraph in told.paragraphs]
    for key, example in (("failing", told.failing), ("passing", told.passing)):
        if example:
            parts.append(_example(say, key, example))
    return "\n\n".join(parts) + "\n"


def _example(say: Wording, key: str, example: Example) -> str:
    shown = f"{say(f'reports.{key}')} ({example.file}):\n\n{_indented(example.after)}"
    if example.before is None:
        return shown
    before = f"{say(f'reports.{key}')} ({example.file}), {say('reports.before')}:\n\n{_indented(example.before)}"
    return f"{before}\n\n{say('reports.after')}:\n\n{_indented(example.after)}"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.rstrip("\n").split("\n"))
