"""Where the marks stand, what comes first, and how findings are known again."""

import json
from dataclasses import replace
from datetime import date

import pytest

from aloitus.findings import Place, Severity, Span
from aloitus.reports.fingerprint import fingerprints
from aloitus.reports.full import render as full
from aloitus.reports.registry import EXPLAINING, LINKING, REPORTS
from aloitus.reports.report import Report, in_order, summarise
from aloitus.reports.width import display_width
from reports_sample import CLIENT, ODD, PROCESS, SOURCES, Lines, a_report, gone, not_final, odd, sample_wording


def report_on(line: str, span: Span) -> Report:
    finding = ODD.at(Place(CLIENT, span=span), help=False, value="x")
    lines = Lines(("",) * (span.line - 1) + (line,), {})
    summary = summarise([finding], clients=1, history=True)
    return Report(in_order([finding], {CLIENT: lines}), summary, sample_wording(), "0.1.0")


def marked(line: str, column: int, end: int) -> tuple[str, str]:
    """The excerpt and the line of marks under it, without their frame."""
    written = full(report_on(line, Span(1, column, 1, end))).split("\n")
    return written[3].removeprefix("1 | "), written[4].removeprefix("  | ")


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("abc", 3), ("Sähkö", 5), ("a\u0308", 1), ("株式", 4), ("\uff21", 2), ("a\u200db", 2), ("🌲", 2)],
)
def test_width_is_that_of_a_terminal(text: str, width: int) -> None:
    assert display_width(text) == width


def test_a_mark_stands_under_its_text_whatever_comes_before() -> None:
    assert marked("株: ä x", 6, 7) == ("株: ä x", "      ^")
    assert marked("a\u0308: x", 5, 6) == ("a\u0308: x", "   ^")
    assert marked("a\x1b: x", 5, 6) == (r"a\x1b: x", "       ^")


def test_a_mark_is_never_without_width() -> None:
    assert marked("abc", 4, 4) == ("abc", "   ^")


def test_of_a_very_long_line_the_part_around_the_mark_is_shown() -> None:
    line = "a" * 500 + "HERE" + "b" * 500
    excerpt, marks = marked(line, 501, 505)
    assert excerpt.startswith("…a")
    assert excerpt.endswith("b…")
    assert len(excerpt) < 170
    assert excerpt[marks.index("^") : marks.index("^") + 4] == "HERE"


def test_a_value_longer_than_the_window_is_marked_to_its_end() -> None:
    excerpt, marks = marked("x" * 400, 1, 401)
    assert len(marks) == len(excerpt) - 1


def test_a_related_place_without_a_line_tells_its_label_beside_the_path() -> None:
    finding = not_final()
    report = replace(a_report(), findings=in_order([finding], {PROCESS: SOURCES[PROCESS]}))
    assert f"::: {CLIENT}: käyttöönotto on suljettu tässä" in full(report)


def test_on_a_terminal_the_headline_has_a_color_and_elsewhere_nothing_has() -> None:
    assert full(a_report(color=True)).startswith("\x1b[1;31mvirhe[TST301]\x1b[0m")
    assert "\x1b" not in full(a_report())


def test_what_blocks_comes_first_then_paths_and_lines() -> None:
    findings = [gone(), odd(), replace(odd(), severity=Severity.ERROR), not_final(file=PROCESS), not_final()]
    located = in_order(findings[:3] + findings[4:], SOURCES)
    order = [
        (found.finding.severity.word, found.spot.path, found.spot.span and found.spot.span.line) for found in located
    ]
    assert order == [
        ("error", CLIENT, 3),
        ("error", CLIENT, 6),
        ("warning", CLIENT, 3),
        ("note", "clients/poissa.yaml", None),
    ]


def test_the_order_of_findings_does_not_depend_on_the_order_they_were_found_in() -> None:
    findings = [odd(str(number)) for number in range(5)] + [not_final(), gone()]
    assert {finding.code for finding in findings} == {found.finding.code for found in in_order(findings, SOURCES)}
    codes = [found.finding.code for found in in_order(findings, SOURCES)]
    assert codes == [found.finding.code for found in in_order(findings[::-1], SOURCES)]


def test_a_place_past_the_end_of_its_file_has_no_excerpt() -> None:
    report = report_on("a", Span(1, 1, 1, 2))
    beyond = ODD.at(Place(CLIENT, span=Span(9, 1, 9, 1)), help=False, value="x")
    located = in_order([beyond], {CLIENT: Lines(("a",), {})})
    assert located[0].spot.excerpt is None
    assert f"--> {CLIENT}:9:1\n" in full(replace(report, findings=located))


def test_fingerprints_differ_and_do_not_depend_on_the_line_or_the_words() -> None:
    findings = [odd("a"), odd("b"), not_final(), gone()]
    before = fingerprints(in_order(findings, SOURCES))
    assert len(set(before)) == len(findings)
    moved = {
        CLIENT: Lines(
            ("", *SOURCES[CLIENT].lines),
            {key: replace(span, line=span.line + 1) for key, span in SOURCES[CLIENT].spans.items()},
        ),
        PROCESS: SOURCES[PROCESS],
    }
    reworded = [odd("c"), odd("d"), not_final("Muu nimi"), gone()]
    assert fingerprints(in_order(reworded, moved)) == before


def test_github_shows_nine_annotations_and_how_many_more_there_are() -> None:
    findings = [odd(str(number)) for number in range(12)] + [not_final()]
    lines = REPORTS["github"](a_report(findings)).split("\n")
    annotations = [line for line in lines if line.startswith("::")]
    assert len(annotations) == 10
    assert annotations[0].startswith("::error file=clients/kuusipuu.yaml,line=6,")
    assert annotations[-1] == "::warning title=aloitus::ja 4 muuta; kaikki on koottu yhteenvetoon"


def test_ten_findings_leave_one_more() -> None:
    findings = [odd(str(number)) for number in range(10)]
    assert "ja 1 muu;" in REPORTS["github"](a_report(findings))
    assert "muu;" not in REPORTS["github"](a_report(findings[:9]))


def test_github_properties_and_data_are_escaped() -> None:
    line = REPORTS["github"](a_report([gone("clients/a,b:c%\n.yaml")])).split("\n")[0]
    assert line.startswith(r"::notice file=clients/a%2Cb%3Ac%25\n.yaml,title=TST101 gone::")


def test_a_sentence_as_long_as_a_file_is_cut() -> None:
    message = json.loads(REPORTS["json"](a_report([odd("x" * 200_000)])))["findings"][0]["message"]
    assert len(message) == 1001
    assert message.endswith("…")


def test_without_an_address_of_explanations_there_is_none() -> None:
    report = replace(a_report(), explanations_url=None)
    assert json.loads(REPORTS["json"](report))["findings"][0]["url"] is None
    assert "helpUri" not in REPORTS["sarif"](report)
    assert "](" not in REPORTS["markdown"](report)


def test_the_formats_that_are_said_to_link_and_to_explain_do_and_no_others() -> None:
    told = {name: render(a_report([not_final()])) for name, render in REPORTS.items()}
    assert {name for name, text in told.items() if "https://wiki.example/checks/tst301/" in text} == LINKING
    assert {name for name, text in told.items() if "open." in text} == EXPLAINING


def test_json_dates_and_counts_are_those_of_the_summary() -> None:
    report = replace(a_report(), summary=summarise([not_final()], clients=3, history=True))
    assert json.loads(REPORTS["json"](report))["summary"] == {
        "errors": 1,
        "warnings": 0,
        "notes": 0,
        "clients": 3,
        "history": True,
    }
    assert date(2026, 5, 15).strftime("%-d.%-m.%Y") in REPORTS["json"](report)
