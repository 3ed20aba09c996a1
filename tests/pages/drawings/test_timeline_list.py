import re
from datetime import date

from aloitus.i18n import wording
from aloitus.pages.drawings.timeline_list import milestones
from pages.drawings.stories import START, a_gate, a_meeting, a_story, an_anchor

FI = wording("fi")


def rows(html: str) -> list[str]:
    """The words of each row, as they are read."""
    plain = (re.sub(r"<[^>]*>", " ", row).replace("&#45;", "-") for row in html.split("</li>")[:-1])
    return [" ".join(row.split()) for row in plain]


def test_today_stands_between_what_was_and_what_comes() -> None:
    events = (an_anchor(date(2026, 10, 22)), a_meeting(date(2026, 11, 23)), a_gate())
    assert rows(milestones(a_story(events=events), FI)) == [
        "to 22.10. Sopimus",
        "ma 23.11. 1 Palaveri",
        "ma 23.11. Tänään",
        "ti 1.12. Palvelutuotanto alkaa",
    ]


def test_how_far_away_a_day_is_stands_under_it() -> None:
    events = (
        a_gate(START, days_left=6),
        an_anchor(date(2026, 12, 31), "Palkka"),
        an_anchor(date(2027, 1, 2), "Kirjanpito"),
        an_anchor(date(2027, 1, 25), "Kuukausi"),
        a_meeting(date(2027, 4, 1), days_left=87),
    )
    assert rows(milestones(a_story(events=events), FI))[1:] == [
        "ti 1.12. 6 työpv päästä Palvelutuotanto alkaa",
        "to 31.12. Palkka",
        "la 2.1. 2027 Kirjanpito",
        "ma 25.1. 9 viikon päästä Kuukausi",
        "to 1.4. 17 viikon päästä 1 Palaveri",
    ]


def test_a_state_is_a_word_too() -> None:
    events = (
        a_meeting(date(2026, 11, 5), done=True),
        a_meeting(date(2026, 11, 10), number=2, alarming=True, days_left=-9),
        a_gate(alarming=True, days_left=6),
    )
    assert [row.split()[-1] for row in rows(milestones(a_story(events=events), FI))] == [
        "pidetty",
        "pitämättä",
        "Tänään",
        "uhattuna",
    ]


def test_a_name_means_nothing_to_html() -> None:
    found = milestones(a_story(events=(an_anchor(START, "<b>& *x*</b>"),)), FI)
    assert "<b>" not in found
    assert "&#60;b&#62;" in found
