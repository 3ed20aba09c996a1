"""Every kind of finding of this room has its words, and examples that do what they show."""

import ast
from pathlib import Path

import pytest
import yaml

from aloitus import loading
from aloitus.findings import Example, FindingKind
from aloitus.i18n import wording
from aloitus.loading.val_kinds import VAL_KINDS
from aloitus.loading.yml_kinds import YML_KINDS
from file_text import client_file, firm_file

KINDS = (*YML_KINDS, *VAL_KINDS)


def _codes(example: Example) -> set[str]:
    if example.file == "templates/firm.yaml":
        return {finding.code for finding in firm_file(example.after)[1]}
    return {finding.code for finding in client_file(example.after, example.file).findings}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.failing], ids=lambda kind: kind.code)
def test_the_examples_of_a_kind_fail_and_pass(kind: FindingKind) -> None:
    assert kind.failing
    assert kind.passing
    assert _codes(kind.failing) == {kind.code}
    assert _codes(kind.passing) == set()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_a_kind_has_its_words_in_both_languages(kind: FindingKind) -> None:
    assert kind.explanation
    assert wording("fi").has(f"{kind.wording_key}-explanation")
    for language in ("fi", "en"):
        assert wording(language).has(kind.wording_key)
        helps = [
            key for key in wording(language).sentences if key.startswith(kind.wording_key) and key.endswith("-help")
        ]
        assert helps


def test_codes_and_names_are_unique() -> None:
    assert len({kind.code for kind in KINDS}) == len({kind.name for kind in KINDS}) == len(KINDS)
    assert [kind.code for kind in YML_KINDS] == [f"YML{number:03}" for number in range(1, len(YML_KINDS) + 1)]
    assert [kind.code for kind in VAL_KINDS] == [f"VAL{number}" for number in range(201, 220)]


@pytest.mark.parametrize("topic", ["yml", "val"])
def test_both_languages_have_the_same_keys_and_places(topic: str) -> None:
    finnish, english = (_sentences(language, topic) for language in ("fi", "en"))
    explained = {key for key in finnish if key.endswith("-explanation")}
    assert set(finnish) - explained == set(english)
    for key, sentence in english.items():
        assert _places(finnish[key]) == _places(sentence), key


def _sentences(language: str, topic: str) -> dict[str, str]:
    sentences = wording(language).sentences
    return {key: str(sentences[key]) for key in sentences if key.startswith(f"{topic}.")}


def _places(sentence: str) -> set[str]:
    from string import Formatter

    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_every_key_of_the_wording_is_used() -> None:
    """Variants and helps are named in the code by their last part."""
    folder = Path(loading.__file__).parent
    used = {
        node.value
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    for topic, kinds in (("yml", YML_KINDS), ("val", VAL_KINDS)):
        for key in yaml.safe_load((folder.parent / "locale" / "en" / f"{topic}.yaml").read_text("utf-8")):
            names = [kind.name for kind in kinds if key == kind.name or key.startswith(f"{kind.name}-")]
            if not names and topic == "val":
                continue  # the rules' own
            part = key.removeprefix(max(names, key=len, default="")).removeprefix("-")
            known = part in ("", "help") or part in used or part.removesuffix("-help") in used
            assert known or f"{topic}.{key}" in used, key
