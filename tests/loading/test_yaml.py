"""What YAML allows and these files don't."""

import pytest

from aloitus.model.client import ClientStatus, Status
from file_text import SOUND, client_file, found_in, help_of, placed, spoken, the_finding


def test_the_first_of_two_keys_counts() -> None:
    loaded = client_file(SOUND + "status: closed\n")
    assert loaded.value
    assert loaded.value.status is ClientStatus.ACTIVE


@pytest.mark.parametrize("key", ['"st\\x61tus"', "'status'", "? status\n"])
def test_a_key_is_the_same_however_it_is_written(key: str) -> None:
    loaded = client_file(f"{SOUND}{key}: closed\n")
    assert [finding.code for finding in loaded.findings] == ["YML011"]
    assert spoken(loaded.findings[0]) == "The key status stands here a second time"


def test_a_key_that_stands_three_times_gives_two_findings_about_the_first() -> None:
    findings = client_file(SOUND + "status: closed\nstatus: planned\n").findings
    assert [placed(finding) for finding in findings] == ["YML011 5:1", "YML011 6:1"]
    assert all(finding.related[0].place.span == findings[0].related[0].place.span for finding in findings)


@pytest.mark.parametrize("key", ["? [a, b]\n", "? {a: b}\n", "[a]", "{a: b}", "? - a\n"])
def test_a_key_that_is_no_word_is_refused_and_the_rest_is_read(key: str) -> None:
    loaded = client_file(f"{SOUND}{key}: x\nnotes: Soitettu\n")
    assert "YML012" in [finding.code for finding in loaded.findings]
    assert loaded.value
    assert loaded.value.notes == "Soitettu"


def test_an_alias_as_a_key_is_one_finding() -> None:
    assert found_in("? *a\n: x\n") == ["YML007 5:3"]


def test_an_alias_makes_no_finding_but_its_own() -> None:
    loaded = client_file("name: &n Kuusipuu\nprocess: *n\nstatus: *n\nservices: *n\nteam: {accountant: *n}\n")
    assert [placed(finding) for finding in loaded.findings] == [
        "YML007 1:7",
        "YML007 2:10",
        "YML007 3:9",
        "YML007 4:11",
        "YML007 5:20",
    ]


def test_aliases_in_lists_and_records_make_no_finding_but_their_own() -> None:
    added = "tasks: {a: *x, b: {date: *x}}\nfacts: [*x]\ncontacts: [*x]\nchanges: *x\nmeetings: *x\nbusiness_id: *x\n"
    assert {code.split()[0] for code in found_in(added)} == {"YML007"}


def test_a_merge_key_is_refused_as_one() -> None:
    finding = the_finding("tasks: {a: {<<: {status: done}}}\n")
    assert placed(finding) == "YML007 5:13"
    assert spoken(finding) == "The merge key << isn't allowed"
    assert found_in("tasks: {<<: {a: {status: done}}}\n") == ["YML007 5:9"]


def test_two_angle_brackets_in_quotes_are_an_unknown_key() -> None:
    assert found_in('"<<": x\n') == ["VAL201 5:1"]
    assert found_in('tasks: {"<<": {}}\n') == ["VAL208 5:9"]


@pytest.mark.parametrize("value", ["!!str x", "!x [a]", "! x", "!!python/object/apply:os.system [x]"])
def test_tags_are_refused_and_nothing_is_made_of_them(value: str) -> None:
    assert "YML008 5:8" in found_in(f"group: {value}\n")


def test_the_value_of_an_anchor_is_kept() -> None:
    loaded = client_file(SOUND + "tasks: &t {a: &e {status: done}}\n")
    assert [placed(finding) for finding in loaded.findings] == ["YML007 5:8", "YML007 5:15"]
    assert loaded.value
    assert loaded.value.tasks["a"].status is Status.DONE


def test_the_help_quotes_what_may_be_text() -> None:
    assert help_of(the_finding("notes: *tärkeä* asia\n")) == 'If this is text, put it in quotes: notes: "*tärkeä* asia"'
    assert help_of(the_finding('notes: !"a" b\n')).endswith("notes: '!\"a\" b'")


def test_a_document_may_begin_and_end_with_its_marks() -> None:
    assert client_file(f"---\n{SOUND}...\n").findings == ()


def test_a_tag_directive_is_refused() -> None:
    assert [placed(finding) for finding in client_file(f"%TAG ! tag:x,2000:\n---\n{SOUND}").findings] == ["YML009 1:1"]


@pytest.mark.parametrize("text", ["", "\n\n", "# tulossa\n", "---\n", "---\n...\n", "~", '""'])
def test_a_file_without_content_is_empty_or_no_mapping(text: str) -> None:
    loaded = client_file(text)
    assert loaded.value is None
    assert [finding.code for finding in loaded.findings] in (["YML015"], ["YML016"])


def test_sixteen_levels_are_read_and_seventeen_are_not() -> None:
    assert found_in("notes: " + "[" * 15 + "]" * 15) == ["VAL203 5:8"]
    finding = the_finding("notes: " + "[" * 16 + "]" * 16)
    assert placed(finding) == "YML005 5:23"
    assert spoken(finding) == "Values are nested more than 16 deep"


def test_twenty_thousand_nodes_are_read_and_one_more_is_not() -> None:
    seventeen = "name: a\nprocess: b\nstatus: active\nservices: []\n"  # eight scalars, a list, a mapping, and two more
    for items, codes in ((20_000 - 11, ["VAL218"]), (20_000 - 10, ["YML006"])):
        text = f"{seventeen}facts: [{'a,' * items}]"
        codes_found = {finding.code for finding in client_file(text).findings} - {"YML017"}
        assert codes_found == set(codes), items


@pytest.mark.parametrize(
    ("line", "comment"),
    [
        ("notes: Toimeksianto #10482", "#10482"),
        ("notes: Toimeksianto\t# 10482", "# 10482"),
        ("notes: #10482", "#10482"),
        ("group: kuusipuu\nnotes: a\n  b #c", "#c"),
        ("contacts: [{name: Sanna #x\n  }]", "#x"),
    ],
)
def test_a_comment_after_unquoted_text_gets_a_warning(line: str, comment: str) -> None:
    finding = the_finding(f"{line}\n")
    assert finding.code == "YML014"
    assert finding.severity.word == "warning"
    assert f"“{comment}”" in spoken(finding)


def test_the_warning_says_how_to_keep_what_follows() -> None:
    assert help_of(the_finding("notes: Toimeksianto #10482\n")).endswith('write: notes: "Toimeksianto #10482"')
    assert help_of(the_finding('notes: Toimeksianto "A" #10482\n')).endswith(
        "write: notes: 'Toimeksianto \"A\" #10482'"
    )


@pytest.mark.parametrize(
    "added",
    [
        'notes: "Toimeksianto" # 10482\n',
        "notes: Toimeksianto#10482\n",
        "group: kuusipuu  # konserni\n",
        "dates: {service_start: 2026-06-01}  # sovittu\n",
        "notes: # kirjoita tähän\n",
        "notes: |  # lohko\n  a\n",
        "notes: Soitettu\n# 12.5.\n",
        "# alku\nnotes: Soitettu\n",
    ],
)
def test_other_comments_get_no_warning(added: str) -> None:
    assert not client_file(SOUND + added).findings
