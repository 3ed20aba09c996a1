"""Each kind of finding has a page of its own, at an address that its code tells; one page lists them all."""

import re

import pytest

from aloitus.findings import Example, Explanation
from aloitus.i18n import wording
from aloitus.pages.check_page import check_page, in_markdown
from aloitus.pages.checks_page import checks_page, first_sentence
from aloitus.pipeline.finding_kinds import finding_kinds
from aloitus.reports.explain import explanations
from wiki_site import small_context, small_pages

ROW = re.compile(
    r"^\| \[([A-Z]{3}\d{3})\]\(([a-z]{3}\d{3}\.md)\) \| ([a-z0-9-]+) \| (\w+) \| ([^|]+) \|$", re.MULTILINE
)


def check(code: str = "CLO301", *paragraphs: str) -> Explanation:
    told = paragraphs or ("A task isn't final. It is open.", "Finish it.")
    return Explanation(code, "task-not-final", "error", told, Example("a: 1\n"), None)


@pytest.mark.parametrize("language", ["fi", "en"])
def test_every_finding_is_listed_once_and_leads_to_its_page(language: str) -> None:
    pages = small_pages()
    rows = ROW.findall(pages[f"{language}/checks/index.md"])
    assert [row[0] for row in rows] == list(finding_kinds())
    for code, link, name, severity, _summary in rows:
        page = pages[f"{language}/checks/{link}"]
        assert link == f"{code.lower()}.md"
        assert f"# {code} {name}\n" in page
        assert f"{wording(language)('pages.severity')}:* {severity}\n" in page
        assert "](index.md)" in page


@pytest.mark.parametrize("language", ["fi", "en"])
def test_a_findings_page_says_all_that_is_known_of_it(language: str) -> None:
    say = wording(language)
    for told in explanations(finding_kinds().values(), say):
        page = small_pages()[f"{language}/checks/{told.code.lower()}.md"]
        for paragraph in told.paragraphs:
            assert in_markdown(paragraph) in page, told.code
        for key, example in (("failing", told.failing), ("passing", told.passing)):
            assert (example is not None) == (f"*{say(f'pages.{key}')}:*" in page), told.code
            if example:
                assert all(line in page for line in example.after.strip("\n").split("\n")), told.code


@pytest.mark.parametrize("language", ["fi", "en"])
def test_a_line_says_one_whole_sentence(language: str) -> None:
    for told in explanations(finding_kinds().values(), wording(language)):
        summary = first_sentence(told.paragraphs[0])
        assert summary.endswith("."), told.code
        assert summary.count("`") % 2 == 0, told.code


@pytest.mark.parametrize(
    ("paragraph", "sentence"),
    [
        ("Yksi lause.", "Yksi lause."),
        ("Ensin tämä. Äkkiä toinen.", "Ensin tämä."),
        ("The 2. of them, e.g. this one. More.", "The 2. of them, e.g. this one."),
        ("Why? “Because.”", "Why?"),
        ("In people.yaml it stands. `Code` next.", "In people.yaml it stands."),
    ],
)
def test_a_sentence_ends_where_the_next_one_begins(paragraph: str, sentence: str) -> None:
    assert first_sentence(paragraph) == sentence


def test_families_stand_in_the_order_of_their_codes() -> None:
    page = checks_page([check("HIS402"), check("CLO302"), check("HIS401")], small_context("en"))
    assert [[line.code for line in family.checks] for family in page.families] == [["CLO302"], ["HIS401", "HIS402"]]
    assert [family.title for family in page.families] == ["Start gate and closing", "History"]


def test_a_mark_of_tables_does_not_split_a_row() -> None:
    page = checks_page([check("CLO301", "One | other. More.")], small_context("en"))
    assert page.families[0].checks[0].summary == "One &#124; other."


def test_an_example_stays_in_its_block() -> None:
    told = Explanation("CLO301", "x", "error", ("Why.",), Example("```\nb: 1\n", before="a: 1\n"), None)
    page = check_page(told, small_context("en"))
    assert page.failing == ("a: 1", "'''\nb: 1")
    assert page.passing == ()


def test_what_looks_like_a_tag_is_shown_and_a_code_span_stays_as_it_is() -> None:
    assert in_markdown("clients/<id>.yaml is `clients/<id>.yaml`") == "clients/&lt;id>.yaml is `clients/<id>.yaml`"
