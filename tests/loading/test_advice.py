"""Help that is followed to the letter mends the file, and tells of one mistake once."""

import pytest

from aloitus.loading.quoting import quoted_in_braces
from file_text import SOUND, client_file, found_in, help_of, spoken, the_finding

CHANGE = "kind: cancelled, date: 2026-05-06, by: liisa-laine"


def mended(before: str, after: str) -> None:
    """The one help says to write `after` for `before`, and then nothing is wrong any more."""
    finding = the_finding(before)
    line = help_of(finding).removeprefix("Write: ")
    assert line in after
    assert found_in(after) == []


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Asiakas pyysi, pankki myöhässä", "Asiakas pyysi, pankki myöhässä"),
        ("Asiakas pyysi, pankki, ja muuta", "Asiakas pyysi, pankki, ja muuta"),
        ("”Asiakas pyysi, pankki myöhässä”", "Asiakas pyysi, pankki myöhässä"),
        ("Asiakas pyysi,pankki", "Asiakas pyysi,pankki"),
    ],
)
@pytest.mark.parametrize("rest", ["", ", approved_by: eeva-esihenkilo"])
def test_a_text_with_a_comma_in_braces_goes_in_quotes(text: str, quoted: str, rest: str) -> None:
    before, after = (f"changes:\n  - {{{CHANGE}, reason: {written}{rest}}}\n" for written in (text, f'"{quoted}"'))
    mended(before, after)


def test_a_name_with_a_title_is_one_text() -> None:
    finding = the_finding("contacts:\n  - {name: Timo Aaltonen, toimitusjohtaja, email: t@a.example}\n")
    assert spoken(finding) == "The text has a comma in it, so it needs quotes"
    assert help_of(finding) == 'Write: name: "Timo Aaltonen, toimitusjohtaja"'


@pytest.mark.parametrize(
    "entry",
    [
        "{reason: Syy, huom: x}",  # a key with a value
        "{reason: Syy, huom: }",  # and one without
        "{reason: Syy, 'huom'}",
        "{reason: 'Syy', huom}",
        "{by: liisa-laine, huom}",  # no text
        "{huom, reason: Syy}",
        "{reason: , huom}",
        "{reason: Syy,\n    huom}",
    ],
)
def test_another_unknown_key_is_no_part_of_a_text(entry: str) -> None:
    findings = client_file(f"{SOUND}changes:\n  - {entry}\n").findings
    assert "The key huom isn't known" in [spoken(finding) for finding in findings]


def test_a_key_on_a_line_of_its_own_is_no_part_of_the_text_above() -> None:
    assert "The key huom isn't known" in spoken(the_finding("tasks:\n  a:\n    reason: Syy\n    huom:\n"))


def test_a_very_long_text_is_not_repeated_whole() -> None:
    finding = the_finding(f"changes:\n  - {{{CHANGE}, reason: {'pitkä ' * 200}, loppu}}\n")
    assert len(help_of(finding)) < 600


def test_a_change_of_any_part_of_a_cut_text_is_seen() -> None:
    texts = [f"changes:\n  - {{{CHANGE}, reason: {'a' * 600}, {end}}}\n" for end in ("loppu", "muu")]
    assert repr(the_finding(texts[0]).message) != repr(the_finding(texts[1]).message)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("      - Koulutus: 25.11. Espoossa\n", '      - "Koulutus: 25.11. Espoossa"\n'),
        ("      - ”Koulutus: 25.11.”\n", '      - "Koulutus: 25.11."\n'),
        ('      - Koulutus: "25.11."\n', "      - 'Koulutus: \"25.11.\"'\n"),
        ("      [Koulutus: 25.11., muu]\n", '      ["Koulutus: 25.11.", muu]\n'),
    ],
)
def test_a_decision_with_a_colon_goes_in_quotes(before: str, after: str) -> None:
    head = "meetings:\n  kickoff:\n    decisions:\n"
    mended(head + before, head + after)


def test_a_text_with_a_colon_below_its_key_goes_in_quotes() -> None:
    mended("notes:\n  Koulutus: 25.11.\n", 'notes: "Koulutus: 25.11."\n')


@pytest.mark.parametrize("value", ["{a: b}", "\n  a: b\n  c: d", "[a]", "\n  - a: b"])
def test_what_is_no_text_on_one_line_is_told_the_shape(value: str) -> None:
    assert "a single value is meant here" in spoken(the_finding(f"notes: {value}\n"))


def test_lines_indented_too_little_are_told_once() -> None:
    before = "tasks:\n  a:\n  status: done\n  date: 2026-05-06\n  by: liisa-laine\n  b:\n    status: open\n"
    finding = the_finding(before)
    assert spoken(finding) == "The lines status, date and by are indented too little: they belong to a"
    assert help_of(finding) == "Begin each of these lines with 4 spaces"
    assert found_in("tasks:\n  a:\n    status: done\n    date: 2026-05-06\n    by: liisa-laine\n") == []


def test_a_line_indented_too_little_below_others_is_told_of_its_entry() -> None:
    finding = the_finding("meetings:\n  kickoff:\n    status: held\n  date: 2026-05-06\n")
    assert spoken(finding) == "The line date is indented too little: it belongs to kickoff"
    assert help_of(finding) == "Begin the line with 4 spaces"
    extra = "extra_tasks:\n    move:\n    title: Hae\n    role: support\n"
    assert help_of(client_file(SOUND + extra).findings[-1]) == "Begin each of these lines with 6 spaces"


@pytest.mark.parametrize(
    "tasks",
    [
        "{a: , status: done}",  # in braces nothing is indented
        "\n  status: done\n  a:\n",  # nothing is above
        "\n  a: {status: done}\n  date: 2026-05-06\n",  # the entry above is whole
        "\n  a:\n  muu: done\n",  # no key of an entry
    ],
)
def test_other_single_values_among_entries_are_told_their_shape(tasks: str) -> None:
    findings = client_file(f"{SOUND}tasks: {tasks}\n").findings
    assert "a set of keys is meant here" in spoken(findings[-1])


def test_a_task_that_is_called_like_a_key_of_tasks_is_a_task() -> None:
    assert found_in("tasks:\n  a:\n  note:\n  status: {status: open}\n") == []


def test_what_stands_in_lines_indented_too_little_is_part_of_what_is_told() -> None:
    told = [the_finding(f"tasks:\n  a:\n  status: done\n  by: {person}\n").message for person in ("eka", "toka")]
    assert repr(told[0]) != repr(told[1])


def test_lines_that_all_lack_their_space_are_told_line_by_line() -> None:
    finding = the_finding("tasks:\n  a:\n    status:done\n    date:2026-05-06\n")
    assert spoken(finding) == "The space after the colon is missing on several lines"
    assert help_of(finding) == "Write: status: done, and put the space in on the following lines likewise"


@pytest.mark.parametrize(
    ("lines", "example"),
    [
        ("invoicing:\n  uninvoiced: 0", "uninvoiced: {rows: 0}"),
        ("invoicing:\n  uninvoiced: ei ole", "uninvoiced: {rows: 0}"),
        ("service_starts: {payroll: 2027-01-01}", "payroll: {agreed: 2027-01-01}"),
        ("service_starts: {payroll: tammikuu}", "payroll: {agreed: 2026-05-31}"),
        ("tasks: {a: valmis}", "a: {status: done}"),
        ("tasks: {a: xyzzy}", "a: {status: open}"),
        ("tasks: {a: []}", "a: {status: open}"),
        ("tasks: {a: 2026-05-06}", "a: {date: 2026-05-06}"),
        ("changes: [siirto]", "{kind: date-moved}"),
        ("closure: 2026-05-06", "closure: {date: 2026-05-06}"),
        ("systems: Netvisor", "systems: {accounting: …}"),
    ],
)
def test_keys_are_shown_by_an_example_of_their_own(lines: str, example: str) -> None:
    finding = the_finding(f"{lines}\n")
    assert help_of(finding).startswith(f"Write a key and its value, for instance: {example}. If there is nothing")


def test_ids_have_no_example_that_could_be_meant() -> None:
    assert help_of(the_finding("tasks: [a]\n")).startswith("Write each id on a line of its own")


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("facts: vat-liable", "Write: facts: [vat-liable]"),
        ("facts: vat-liable, data-transfer", "Write: facts: [vat-liable, data-transfer]"),
        ("facts: vat-liable data-transfer", "Write: facts: [vat-liable, data-transfer]"),
        ("team: {a: 'x-y, z-w'}", "If they are several ids, write: a: [x-y, z-w]"),
        ("team: {a: x-y z-w}", "If they are several ids, write: a: [x-y, z-w]"),
        ("team: {a: [x-y z-w]}", "If they are several ids, write: x-y, z-w"),
        ("facts: Verot", "Write a list in brackets, with commas between items: [one, another]"),
        (
            "closure: {by: 'x-y, z-w'}",
            "Ids are lower-case letters a to z, digits and hyphens. Did you mean: by: x-y-z-w",
        ),
        ("tasks: {a b: {}}", "Ids are lower-case letters a to z, digits and hyphens. Did you mean: a-b"),
    ],
)
def test_several_ids_are_a_list(line: str, written: str) -> None:
    assert help_of(the_finding(f"{line}\n")) == written


@pytest.mark.parametrize(
    ("key", "meant"),
    [("päivä", "date"), ("Tila", "status"), ("tekijä", "by"), ("syy", "reason"), ("hyväksyjä", "approved_by")],
)
def test_a_key_may_be_said_in_finnish(key: str, meant: str) -> None:
    finding = the_finding(f"tasks: {{a: {{{key}: x}}}}\n")
    assert spoken(finding) == f"The key {key} isn't known"
    assert help_of(finding) == f"Did you mean: {meant}?"


def test_a_finnish_key_means_one_that_may_stand_there_and_does_not_yet() -> None:
    assert help_of(the_finding("invoicing: {uninvoiced: {rows: 0, päivä: x}}\n")) == "Did you mean: checked?"
    assert help_of(the_finding("tasks: {a: {status: done, tila: done}}\n")).startswith("Here may stand")


def test_a_line_that_continues_a_text_may_be_no_key() -> None:
    finding = the_finding("notes: Pitkä muistiinpano, joka\njatkuu vielä: näin\n")
    assert spoken(finding) == "The key jatkuu vielä isn't known"
    assert help_of(finding).startswith("If the line continues the text above, indent it deeper than its key")


def test_a_colon_without_a_key_before_it_gets_no_line() -> None:
    assert quoted_in_braces("{a: b}", 3) is None
    assert quoted_in_braces("{a: b: c}", 5) is None
