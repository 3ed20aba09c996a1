"""Every file under tests/cases/reading gives exactly the findings that its line in expected.txt names."""

from pathlib import Path

import pytest

from file_text import client_file, placed, spoken

CASES = Path(__file__).parent.parent / "cases" / "reading"
EXPECTED = {
    line.split(maxsplit=1)[0]: line.split(maxsplit=1)[1:]
    for line in (CASES / "expected.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_case_gives_its_findings_and_no_others(name: str) -> None:
    loaded = client_file((CASES / name).read_bytes())
    expected = ", ".join(EXPECTED[name])
    assert ", ".join(map(placed, loaded.findings)) == expected, [spoken(finding) for finding in loaded.findings]


def test_every_case_is_expected() -> None:
    assert {path.name for path in CASES.glob("*.yaml")} == set(EXPECTED)


def test_a_duplicate_key_is_shown_with_both_places() -> None:
    (finding,) = client_file((CASES / "duplicate-key-escaped.yaml").read_bytes()).findings
    (first,) = finding.related
    assert first.place.span
    assert (first.place.span.line, first.place.span.column) == (3, 1)
    assert finding.place.key == ("status",)
