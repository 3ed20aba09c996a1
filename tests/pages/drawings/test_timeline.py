import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest

from aloitus.i18n import wording
from aloitus.pages.drawings.timeline import draw
from aloitus.pages.drawings.timeline_layout import lay_out
from aloitus.pages.drawings.timeline_story import Story
from golden import same_as_golden
from pages.drawings.stories import (
    LAST,
    SIGNED,
    START,
    TODAY,
    a_dot,
    a_gate,
    a_lane,
    a_meeting,
    a_story,
    an_anchor,
    late,
)

SVG = "{http://www.w3.org/2000/svg}"
GOLDEN = Path(__file__).parent / "golden"

WHOLE = a_story(
    a_lane(
        a_dot(date(2026, 10, 23), "done", "Ilmoita uudesta asiakkaasta", note="23.10.", final=True),
        name="Myyjä",
        done=1,
    ),
    a_lane(
        late(date(2026, 11, 3), "blocked"),
        late(date(2026, 11, 17), "waiting"),
        late(date(2026, 11, 19)),
        a_dot(TODAY, "in-progress", "Tilikartta", note="Kesken 23.11."),
        a_dot(date(2026, 12, 9), title="Saldot", note="Avoin 9.12."),
        a_dot(LAST, title="Tilinpäätös", note="Avoin 21.4."),
        name="Kirjanpitäjä",
        total=7,
    ),
    events=(
        an_anchor(SIGNED, done=True),
        a_meeting(date(2026, 11, 5), "Sisäinen aloituspalaveri", 1, done=True),
        a_meeting(date(2026, 11, 10), "Aloituspalaveri", 2, alarming=True),
        a_gate(alarming=True),
        an_anchor(date(2026, 12, 31), "Ensimmäinen palkanmaksupäivä"),
        a_meeting(LAST, "Käyttöönoton pikapalaveri", 3),
    ),
)


def picture(told: Story, language: str = "fi", client: str = "Kuusipuun Saha Oy") -> str:
    say = wording(language)
    return "".join(draw(lay_out(told, tuple(say.short_date(event.day) for event in told.events)), say, client))


def parsed(svg: str) -> ET.Element:
    namespaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return ET.fromstring(svg.replace("<svg ", f"<svg {namespaces} ", 1))  # noqa: S314 -- our own drawing


@pytest.mark.parametrize("language", ["fi", "en"])
def test_the_drawing_is_the_one_that_was_looked_at(language: str) -> None:
    same_as_golden(GOLDEN / f"timeline.{language}.svg", picture(WHOLE, language).replace("><", ">\n<") + "\n")


def test_it_is_a_picture_with_a_name_and_a_description() -> None:
    root = parsed(picture(WHOLE))
    assert root.get("role") == "img"
    by_id = {element.get("id"): element.text for element in root.iter() if element.get("id")}
    title, described = (by_id[anchor] for anchor in (root.get("aria-labelledby") or "").split())
    assert title == "Aikajana"
    assert described
    assert described.startswith("Kuusipuun Saha Oy, tilanne 23.11.2026.")
    assert "1/8 valmiina, 3 myöhässä" in described


def test_each_mark_tells_its_task_and_state() -> None:
    titles = [title.text for title in parsed(picture(WHOLE)).iter(f"{SVG}title")][1:]
    assert len(titles) == 7
    assert "Saldot · Avoin 9.12." in titles
    assert "Ilmoita uudesta asiakkaasta · 23.10." in titles


def test_delays_end_at_today() -> None:
    delays = [path.get("d") for path in parsed(picture(WHOLE)).iter(f"{SVG}path") if path.get("class") == "delay"]
    assert delays == ["M589.6 159.5H660", "M407.6 144.5H660", "M615.6 174.5H660"]


def test_today_is_left_out_where_it_is_too_far() -> None:
    far = a_story(a_lane(a_dot(date(2027, 6, 1))), signed=date(2027, 5, 3), start=date(2027, 7, 1))
    assert "Tänään" not in "".join(parsed(picture(far)).itertext())


def test_weeks_and_months_name_the_axis() -> None:
    words = "".join(f"{text.text}|" for text in parsed(picture(WHOLE)).iter(f"{SVG}text"))
    assert "vk 44 26.10.|vk 45 2.11.|" in words
    assert "vk 51 14.12.|tammi|helmi|maalis|huhti|" in words


def test_no_text_of_a_client_means_anything() -> None:
    evil = "</title><script>alert(1)</script>\" onload='x' & <b>"
    story = a_story(
        a_lane(a_dot(START, title=evil, note=evil), name=evil), events=(an_anchor(START, evil), a_gate(name=evil))
    )
    drawn = picture(story, client=evil)
    root = parsed(drawn)
    assert "<script" not in drawn
    assert {element.tag for element in root.iter()}.isdisjoint({f"{SVG}script", f"{SVG}b"})
    assert not any("onload" in element.attrib for element in root.iter())


def test_a_large_client_stays_light() -> None:
    days = [date(2026, 11, 1 + at % 30) for at in range(80)]
    lane = a_lane(
        *(a_dot(day, title="Tarkista ostolaskujen kierto ja hyväksyjät", note="Avoin 2.11.") for day in sorted(days))
    )
    assert len(picture(a_story(lane)).encode()) < 16_000
