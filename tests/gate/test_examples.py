"""Each rule's examples are run: the failing one is found, the passing one isn't."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from aloitus.findings import Example, Finding, FindingKind
from aloitus.gate.comparison import Review
from aloitus.gate.registry import GATE_RULES
from aloitus.i18n import languages, wording
from aloitus.model.tree import TreeEntry
from aloitus.pipeline.comparing import EarlierVersion
from aloitus.pipeline.sides import Read, T
from gate_practice import laid_over, start
from gate_values import findings_of
from golden import same_as_golden
from told import told

GOLDEN = Path(__file__).parent / "golden" / "examples"
KINDS = [rule.KIND for rule in GATE_RULES]
FIRM = "templates/firm.yaml"
USUAL = Review("annaa", ("eevae",))
REVIEWS = {
    "POL506": Review(),
    "POL509": Review("annaa"),
    **{f"POL{number}": Review("annaa", ()) for number in range(520, 530)},
    "POL533": Review("liisalaine", ()),
}
"""What the forge says, for the rules that are about it."""


class Remembered(EarlierVersion):
    """As if history held the file as it is in the practice."""

    def __init__(self) -> None:
        self.rescued = {}

    def __call__(self, entry: TreeEntry, read: Read[T]) -> T | None:
        self.rescued[entry.path] = "0123456789ab"
        content = start()[entry.path]
        earlier = replace(entry, content="an earlier one")
        return read(earlier, content if isinstance(content, bytes) else str(content).encode()).value


def judged(kind: FindingKind, example: Example) -> list[Finding]:
    base = start() if example.before is None else laid_over(start(), example.file, example.before)
    if kind.code == "POL531" and example is kind.failing:
        base = {"README.md": "x"}
    head = laid_over(start(), example.file, example.after)
    review = REVIEWS.get(kind.code, USUAL)
    found = findings_of(base, head, review, rescue=Remembered())
    return [finding for finding in found if finding.code == kind.code]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_the_failing_example_is_found_and_told(kind: FindingKind) -> None:
    assert kind.failing is not None
    found = judged(kind, kind.failing)
    assert found
    assert {finding.name for finding in found} == {kind.name}
    assert max(finding.severity for finding in found) is kind.severity
    said = [told({f"{kind.name}, {language}": found}, wording(language)) for language in ("fi", "en")]
    assert not [text for text in said if "None" in text or "{{" in text]
    assert not [
        finding for finding in found for language in ("fi", "en") if "{" in wording(language).say(finding.message)
    ]
    same_as_golden(GOLDEN / f"{kind.code}.txt", "\n".join(said))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_the_passing_example_is_not(kind: FindingKind) -> None:
    assert kind.passing is not None
    assert judged(kind, kind.passing) == []


def test_codes_and_names_are_never_used_twice() -> None:
    assert len({kind.code for kind in KINDS}) == len(KINDS)
    assert len({kind.name for kind in KINDS}) == len(KINDS)


def test_every_rule_is_explained_in_finnish_too() -> None:
    say = wording("fi")
    assert [kind.code for kind in KINDS if not say.has(f"{kind.wording_key}-explanation")] == []


@pytest.mark.parametrize("family", ["his", "pol", "fil", "git"])
def test_both_languages_have_the_same_sentences(family: str) -> None:
    from importlib import resources

    keys = {}
    for language in languages():
        text = (resources.files("aloitus") / "locale" / language / f"{family}.yaml").read_text("utf-8")
        keys[language] = {key for key in yaml.safe_load(text) if not key.endswith("-explanation")}
    assert keys["fi"] == keys["en"]
