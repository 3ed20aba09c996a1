"""Each rule's examples are run: the failing one is found, the passing one isn't."""

from pathlib import Path

import pytest

from aloitus.findings import FindingKind
from aloitus.i18n import wording
from aloitus.rules.registry import RULES
from golden import same_as_golden
from rule_practice import example_files, judge, judge_example
from told import told

GOLDEN = Path(__file__).parent / "golden"
KINDS = [rule.KIND for rule in RULES]


def test_the_practice_that_examples_change_has_no_finding() -> None:
    assert judge(example_files()).findings == ()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_the_failing_example_fails(kind: FindingKind) -> None:
    assert kind.failing is not None
    found = judge_example(kind.failing).with_code(kind.code)
    assert found
    assert {finding.name for finding in found} == {kind.name}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_the_passing_example_passes(kind: FindingKind) -> None:
    assert kind.passing is not None
    judged = judge_example(kind.passing)
    assert judged.with_code(kind.code) == []
    assert {finding.code[:3] for finding in judged.findings}.isdisjoint({"YML"})


@pytest.mark.parametrize("language", ["fi", "en"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_every_finding_can_be_said_in_each_language(kind: FindingKind, language: str) -> None:
    assert kind.failing is not None
    say = wording(language)
    for finding in judge_example(kind.failing).with_code(kind.code):
        sentences = [say.say(finding.message), *(say.say(related.message) for related in finding.related)]
        if finding.help:
            sentences.append(say.say(finding.help))
        assert all(sentences)
        assert "None" not in " ".join(sentences)


@pytest.mark.parametrize("language", ["fi", "en"])
def test_what_is_told_of_each_example(language: str) -> None:
    findings = {
        f"{kind.code} {kind.name}": judge_example(kind.failing).with_code(kind.code) for kind in KINDS if kind.failing
    }
    same_as_golden(GOLDEN / f"examples.{language}.txt", told(findings, wording(language)))


def test_codes_and_names_are_never_used_twice() -> None:
    assert len({kind.code for kind in KINDS}) == len(KINDS)
    assert len({kind.name for kind in KINDS}) == len(KINDS)


def test_every_kind_is_explained_in_finnish_too() -> None:
    say = wording("fi")
    assert [kind.code for kind in KINDS if not say.has(f"{kind.wording_key}-explanation")] == []
