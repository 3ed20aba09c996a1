"""The pieces of HTML that overview pages are drawn with, and the addresses in them."""

import datetime as dt
from dataclasses import replace

import pytest

from aloitus.i18n import wording
from aloitus.model.client import Status
from aloitus.pages import fragments
from aloitus.pages.markup import Markup
from aloitus.plan.client_plan import Progress
from builders import PEOPLE
from page_contexts import a_context

FI = wording("fi")
DAY = dt.date(2026, 11, 17)


@pytest.mark.parametrize(
    ("page", "target", "address"),
    [
        ("index.md", "clients/index.md", "clients/"),
        ("clients/index.md", "clients/saimaan/index.md", "saimaan/"),
        ("clients/saimaan/index.md", "clients/saimaan/seller.md", "seller/"),
        ("clients/saimaan/seller.md", "clients/saimaan/index.md", "../"),
        ("clients/saimaan/meetings/kickoff.md", "people/liisa.md", "../../../../people/liisa/"),
    ],
)
def test_an_address_is_that_of_the_built_site(page: str, target: str, address: str) -> None:
    assert fragments.address(page, target) == address


def test_a_mark_is_a_glyph_and_a_word_and_may_count() -> None:
    glyph = '<svg class="glyph" aria-hidden="true"><use xlink:href="#g-overdue"></use></svg>'
    assert fragments.glyph("late") == glyph
    assert fragments.mark("late", "Myöhässä") == f'<span class="mark mark--overdue">{glyph}Myöhässä</span>'
    assert fragments.mark("late", "Myöhässä", 0).endswith('Myöhässä <span class="count">0</span></span>')
    assert fragments.strong_mark("late", "A*") == f'<strong class="mark mark--overdue">{glyph}A&#42;</strong>'


@pytest.mark.parametrize(
    ("late", "today", "kind"), [(False, False, "due"), (True, False, "due due--late"), (False, True, "due due--today")]
)
def test_a_due_day_stands_over_its_distance(late: bool, today: bool, kind: str) -> None:
    assert fragments.due(DAY, FI, "<4>", late=late, today=today) == (
        f'<span class="{kind}"><time datetime="2026-11-17">17.11.2026</time> <span>&#60;4&#62;</span></span>'
    )


def test_without_a_day_or_a_task_there_is_no_due_label() -> None:
    assert fragments.due(None, FI, "") == ""
    assert fragments.task_due(None, FI) == ""


def test_a_measure_is_two_lines() -> None:
    assert fragments.measure("6 työpv", "alkuun") == '<span class="due"><span>6 työpv</span> <span>alkuun</span></span>'
    assert "due--late" in fragments.measure("6 työpv", "myöhässä", late=True)


def test_a_bar_has_a_segment_a_state_and_says_its_counts() -> None:
    progress = Progress(total=6, done=1, not_applicable=1, in_progress=1, blocked=1, open=2)
    assert fragments.bar(progress, FI) == (
        '<span class="bar" role="img" aria-label="2/6 valmiina&#59; 1 kesken, 1 estynyt, 2 avointa">'
        '<i class="is-done" style="flex:2"></i><i class="is-in-progress" style="flex:1"></i>'
        '<i class="is-blocked" style="flex:1"></i><i class="is-open" style="flex:2"></i></span>'
    ).replace("&#59;", ";")
    assert fragments.progress(progress, FI).endswith("<span>2/6</span></span>")


def test_a_meter_shows_what_is_finished_first() -> None:
    states = fragments.meter_states([Status.OPEN, None, Status.BLOCKED, Status.NOT_APPLICABLE, Status.WAITING, None])
    assert states == ["done", "done", "waiting", "blocked", "open", "open"]
    assert fragments.meter(["done", "open"], 'a"b') == (
        '<span class="meter" role="img" aria-label="a&#34;b"><i class="is-done"></i><i class="is-open"></i></span>'
    )


def test_a_count_of_none_is_a_dash() -> None:
    assert fragments.count(0, "late") == '<span class="none">–</span>'
    assert fragments.count(3, "late") == '<span class="is-late">3</span>'


def test_a_section_head_may_have_a_note() -> None:
    assert fragments.section_head("A_b_", "next") == (
        '<header class="section-head"><h2 id="next">A&#95;b&#95;</h2></header>'
    )
    assert "</h2> <p>2 tehtävää</p></header>" in fragments.section_head("A", "next", "2 tehtävää")


def test_a_link_without_a_page_is_its_text() -> None:
    assert fragments.link("<a>", None) == "&#60;a&#62;"
    assert fragments.link("<a>", Markup("x/")) == '<a href="x/">&#60;a&#62;</a>'


def test_a_person_has_a_page_and_deputies_below() -> None:
    context = a_context(people={**PEOPLE, "x-y": replace(PEOPLE["tiina-tuki"], id="x-y", name="<X>")})
    assert fragments.person_link(context, "index.md", "x-y") == '<a href="people/x-y/">&#60;X&#62;</a>'
    assert fragments.person_link(context, "index.md", "unknown-one") == "unknown-one"
    assert fragments.person(context, "index.md", ("tiina-tuki", "x-y", "nobody")) == (
        '<span class="person"><a href="people/tiina-tuki/">Tiina Tuki</a> '
        "<small>sij. &#60;X&#62; ja nobody</small></span>"
    )
    assert fragments.person(context, "index.md", ("tiina-tuki",)).endswith("Tiina Tuki</a></span>")
    assert "ei nimetty" in fragments.person(context, "index.md", ())


def test_an_email_address_is_written_to_and_breaks_at_its_sign() -> None:
    assert fragments.email("a.b@c.example") == '<a href="mailto:a.b@c.example">a.b&#64;<wbr>c.example</a>'
    assert fragments.email(None) == ""
    assert "href" not in fragments.email("a\n@b")
