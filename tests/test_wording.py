"""Every sentence there is in both languages, with the same places, and each is said somewhere."""

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from aloitus.i18n import languages, wording
from aloitus.model.client import Status
from aloitus.model.due_rule import Unit
from aloitus.pages.progress_words import unfinished
from aloitus.pipeline.finding_kinds import finding_kinds
from aloitus.plan.client_plan import Progress, Situation
from theme_words import LANGUAGES, theme_words

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "generator" / "aloitus"
TEMPLATES = ROOT / "templates" / "pages"
OF_PAGES = (
    "answers", "attention", "clients", "closing", "counts", "days", "form", "home", "material", "pages", "people",
    "process", "situations", "states",
)  # fmt: skip
"""Topics whose every key is asked for by its name; other rooms put theirs together from ids."""
SAID_IN_TEMPLATE = re.compile(r"""say\(\s*["']([\w.-]+)["']""")
SCRIPTS = ROOT / "site" / "assets" / "js" / "new-client"
IN_QUOTES = re.compile(r'"([a-z][a-z-]*)"')


def sentences(language: str) -> Mapping[str, str | Mapping[str, str]]:
    return wording(language).sentences


def forms(sentence: str | Mapping[str, str]) -> list[str]:
    return [sentence] if isinstance(sentence, str) else list(sentence.values())


def places(sentence: str | Mapping[str, str]) -> set[str]:
    return {name for form in forms(sentence) for _, name, _, _ in Formatter().parse(form) if name}


def test_there_are_finnish_and_english() -> None:
    assert {"en", "fi"} <= set(languages())


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_same_keys(language: str) -> None:
    """A finding's explanation stands in other languages only: the English one is its module's own text."""
    keys = {key for key in sentences(language) if not key.endswith("-explanation")}
    assert keys ^ set(sentences("en")) == set()


@pytest.mark.parametrize("language", languages())
def test_a_sentence_has_the_same_places_in_every_language(language: str) -> None:
    english = {key: places(sentence) for key, sentence in sentences("en").items()}
    assert {key: places(sentences(language)[key]) for key in english} == english


@pytest.mark.parametrize("language", languages())
def test_what_has_plural_forms_is_chosen_by_its_number(language: str) -> None:
    for key, sentence in sentences(language).items():
        if not isinstance(sentence, str):
            assert set(sentence) == {"one", "other"}, key


@pytest.mark.parametrize("language", languages())
def test_no_sentence_is_empty_or_ends_in_a_space(language: str) -> None:
    assert [
        key for key, sentence in sentences(language).items() for form in forms(sentence) if form.strip() != form
    ] == []
    assert [key for key, sentence in sentences(language).items() if "" in forms(sentence)] == []


@cache
def said() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Keys that stand in the program or in a page's template, and patterns of those that are put together."""
    topics = {key.partition(".")[0] for key in sentences("en")}
    keys: set[str] = set()
    patterns: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                keys |= {node.value} if node.value.partition(".")[0] in topics and "." in node.value else set()
            elif isinstance(node, ast.JoinedStr):
                pattern = _pattern(node)
                patterns |= {pattern} if re.match(rf"({'|'.join(topics)})\\\.\w", pattern) else set()
    for path in TEMPLATES.glob("*.j2"):
        named = SAID_IN_TEMPLATE.findall(path.read_text("utf-8"))
        keys |= {key if "." in key else f"pages.{key}" for key in named}
    for path in SCRIPTS.glob("*.js"):
        keys |= {f"form.script.{word}" for word in IN_QUOTES.findall(path.read_text("utf-8"))}
    return frozenset(keys), tuple(re.compile(pattern) for pattern in sorted(patterns))


def _pattern(node: ast.JoinedStr) -> str:
    return "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in node.values)


def of_findings() -> Iterator[str]:
    for kind in finding_kinds().values():
        family = kind.code[:3].lower()
        yield from (f"{family}.{kind.name}{end}" for end in ("", "-help", "-explanation"))


def of_values() -> Iterator[str]:
    """Words that a value of the domain has."""
    yield from (f"situations.{situation.value}" for situation in Situation)
    yield from (f"states.{status.value}" for status in Status)
    yield from (f"states.{mark}" for mark in ("late", "cancelled"))
    yield from (f"counts.{state}" for state, _ in unfinished(Progress()))
    yield from (f"process.{unit.value}-{side}" for unit in Unit for side in ("before", "after"))


def test_every_sentence_that_is_said_is_there() -> None:
    topics = {key.partition(".")[0] for key in sentences("en")}
    looks_like_a_key = re.compile(rf"({'|'.join(topics)})\.[a-z][a-z0-9_-]*")
    found = {key for key in said()[0] if looks_like_a_key.fullmatch(key) and not key.startswith("form.script")}
    missing = found - set(sentences("fi"))
    assert {key for key in missing if not re.search(r"-$|\.(?:md|ics)$", key)} == set()


def test_every_problem_that_the_form_finds_is_worded() -> None:
    ends = "missing|wrong|taken|check|past|come|signed|data"
    judged = re.findall(rf'"([a-z-]+-(?:{ends}))"', (SCRIPTS / "judge.js").read_text("utf-8"))
    assert len(judged) > 15
    assert {f"form.script.{key}" for key in judged} - set(sentences("fi")) == set()


def test_every_sentence_is_said_somewhere() -> None:
    keys, patterns = said()
    known = keys | set(of_findings()) | set(of_values())
    unsaid = [
        key for key in sentences("fi") if key not in known and not any(pattern.fullmatch(key) for pattern in patterns)
    ]
    assert [key for key in unsaid if key.partition(".")[0] in OF_PAGES] == []


MARKS = {
    "open": ("states.open", "pages.criterion-missing"),
    "in-progress": ("states.in-progress",),
    "waiting": ("states.waiting",),
    "blocked": ("states.blocked",),
    "done": ("states.done", "pages.invoicing-invoiced", "pages.criterion-met"),
    "not-applicable": ("states.not-applicable", "states.cancelled", "pages.invoicing-written-off"),
    "overdue": ("states.late",),
    "at-risk": ("situations.start-at-risk",),
    "uninvoiced": ("pages.invoicing-open",),
    "unassigned": ("pages.not-staffed",),
}
"""By glyph: the words on checklists and agendas that get it."""


@pytest.mark.parametrize("language", languages())
def test_the_themes_marks_are_the_words_of_the_pages(language: str) -> None:
    say = wording(language)
    expected = {say(key).capitalize(): glyph for glyph, keys in MARKS.items() for key in keys}
    assert theme_words(language)["marks"] == expected


@pytest.mark.parametrize("language", languages())
def test_the_themes_own_words_are_those_of_the_pages(language: str) -> None:
    from markdown.extensions.toc import slugify

    words, say = theme_words(language), wording(language)
    assert words["finished"] == say("pages.finished")
    assert words["folded_section"] == slugify(say("pages.group-later"), "-")


def test_the_theme_has_the_same_words_in_every_language_of_the_program() -> None:
    assert languages() == LANGUAGES
    shapes = {language: {key: _shape(value) for key, value in theme_words(language).items()} for language in LANGUAGES}
    assert {language: shape for language, shape in shapes.items() if shape != shapes["en"]} == {}


def _shape(value: object) -> object:
    """What has to be the same whatever the language: how many texts, and which are asked for by name."""
    if isinstance(value, list):
        return len(value)
    if isinstance(value, dict):
        return sorted(value.values()) if set(value.values()) <= set(MARKS) else sorted(value)
    return type(value)
