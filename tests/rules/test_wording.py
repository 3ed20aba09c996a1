"""The rules' sentences, in every language the program speaks."""

import re
from collections.abc import Mapping
from importlib import resources

import pytest
import yaml

FAMILIES = ("ref", "val", "clo", "his", "pol", "fil", "pro", "rules", "reports")


def sentences(language: str, family: str) -> dict[str, object]:
    text = (resources.files("aloitus") / "locale" / language / f"{family}.yaml").read_text("utf-8")
    keys = re.findall(r"^([\w-]+):", text, re.MULTILINE)
    assert len(keys) == len(set(keys)), sorted({key for key in keys if keys.count(key) > 1})
    loaded: dict[str, object] = yaml.safe_load(text)
    return loaded


@pytest.mark.parametrize("family", FAMILIES)
def test_each_language_has_the_same_sentences_explanations_aside(family: str) -> None:
    finnish = {key for key in sentences("fi", family) if not key.endswith("-explanation")}
    english = {key for key in sentences("en", family) if not key.endswith("-explanation")}
    assert finnish == english


@pytest.mark.parametrize("family", FAMILIES)
def test_each_language_names_the_same_values(family: str) -> None:
    finnish, english = sentences("fi", family), sentences("en", family)
    for key, sentence in english.items():
        if isinstance(sentence, str):
            assert places(sentence) == places(str(finnish[key])), key


@pytest.mark.parametrize("language", ["fi", "en"])
@pytest.mark.parametrize("family", [*FAMILIES, "his", "fil", "git"])
def test_braces_are_written_twice_only_where_a_value_is_filled_in(family: str, language: str) -> None:
    """A sentence without a value is said as it stands, doubled braces and all."""
    texts = {key: text for key, text in sentences(language, family).items() if not key.endswith("-explanation")}
    assert [key for key, text in texts.items() if "{{" in str(text) and not places(str(text))] == []


def places(sentence: str) -> set[str]:
    return set(re.findall(r"(?<!{){(\w+)}", sentence))


@pytest.mark.parametrize("language", ["fi", "en"])
@pytest.mark.parametrize("family", ["ref", "clo", "pro", "his", "pol", "fil"])
def test_neither_a_headline_nor_a_help_has_a_full_stop(family: str, language: str) -> None:
    for key, sentence in sentences(language, family).items():
        for form in sentence.values() if isinstance(sentence, Mapping) else [sentence]:
            assert key.endswith("-explanation") or not str(form).endswith("."), key


@pytest.mark.parametrize("language", ["fi", "en"])
@pytest.mark.parametrize("family", ["ref", "clo", "pro"])
def test_a_help_begins_with_a_capital(family: str, language: str) -> None:
    for key, sentence in sentences(language, family).items():
        if key.endswith("-help"):
            assert str(sentence)[0].isupper() or str(sentence).startswith("{into} "), key
