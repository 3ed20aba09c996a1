"""What `aloitus explain` prints."""

import pytest

from aloitus.findings import Example, FindingKind, Severity
from aloitus.i18n import wording
from aloitus.reports.explain import explain, explanation_of, explanations
from reports_sample import sample_wording

KIND = FindingKind(
    "TST301",
    "not-final",
    Severity.ERROR,
    "A task isn't final.\n\nIt was begun and\nnever finished.\n",
    failing=Example("tasks:\n  a: {status: open}\n"),
    passing=Example("tasks:\n  a: {status: done}\n"),
)
STEP = FindingKind(
    "TST101", "moved", Severity.WARNING, "Moved.", failing=Example("a: 2\n", "a: 1\n", file="clients/x.yaml")
)


def test_an_explanation_is_followed_by_both_examples() -> None:
    assert explain(KIND, wording("en")) == (
        "TST301 not-final (error)\n"
        "\n"
        "A task isn't final.\n"
        "\n"
        "It was begun and never finished.\n"
        "\n"
        "This is found (clients/esimerkki.yaml):\n"
        "\n"
        "    tasks:\n"
        "      a: {status: open}\n"
        "\n"
        "This is right (clients/esimerkki.yaml):\n"
        "\n"
        "    tasks:\n"
        "      a: {status: done}\n"
    )


def test_an_example_of_a_change_shows_before_and_after() -> None:
    told = explain(STEP, wording("fi"))
    assert "Tästä huomautetaan (clients/x.yaml), ennen:\n\n    a: 1\n\njälkeen:\n\n    a: 2\n" in told


@pytest.mark.parametrize(("language", "first"), [("fi", "Selitys suomeksi."), ("en", "A task isn't final.")])
def test_the_explanation_is_in_the_readers_language_where_there_is_one(language: str, first: str) -> None:
    say = sample_wording(language)
    if language == "fi":
        say = type(say)("fi", {**say.sentences, "tst.not-final-explanation": "Selitys\nsuomeksi.\n\nToinen.\n"})
    assert explanation_of(KIND, say).paragraphs[0] == first


def test_explanations_come_in_the_order_of_their_codes() -> None:
    assert [told.code for told in explanations([KIND, STEP], wording("en"))] == ["TST101", "TST301"]
