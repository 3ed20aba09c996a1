"""Personal identity codes and account numbers are found anywhere in a client file, and shown nowhere."""

# ruff: noqa: RUF001 - look-alike letters are what is tested

import json

import pytest

from aloitus.loading.personal_data import find_secrets
from file_text import SOUND, client_file, firm_file, people_file, placed, process_file, spoken

CODE = "131052-308T"
ACCOUNT = "FI21 1234 5600 0007 85"


@pytest.mark.parametrize(
    ("added", "place"),
    [
        (f"notes: Sanna {CODE}.\n", "5:14"),
        (f"# {CODE}\n", "5:3"),
        (f"notes: a # {CODE}\n", "5:12"),
        (f"{CODE}: a\n", "5:1"),
        (f"tasks: {{a: {{note: '{CODE}'}}}}\n", "5:20"),
        (f"notes: |\n  a\n  {CODE}\n", "7:3"),
        (f"contacts: [{{name: A, phone: {CODE}}}]\n", "5:29"),
    ],
)
def test_an_identity_code_is_found_wherever_it_stands(added: str, place: str) -> None:
    loaded = client_file(SOUND + added)
    assert f"VAL212 {place}" in [placed(finding) for finding in loaded.findings]
    assert CODE not in loaded.source.text
    assert CODE not in repr(loaded.value)


@pytest.mark.parametrize(
    "code",
    [
        "131052-308T", "131052-308t", "131052Y308T", "131052U308T", "131052+308T", "010106A123P".replace("P", "S"),
        "131052–308T", "131052‑308T",
    ],
)  # fmt: skip
def test_every_separator_and_century_counts(code: str) -> None:
    from stdnum.fi import hetu

    digits = code[:6] + code[7:10]
    check = "0123456789ABCDEFHJKLMNPRSTUVWXY"[int(digits) % 31]
    code = code[:10] + (check.lower() if code[-1].islower() else check)
    assert hetu.is_valid(code.replace("–", "-").replace("‑", "-"))
    assert [secret.kind.code for secret in find_secrets(f"a {code} b")] == ["VAL212"]


@pytest.mark.parametrize(
    "text",
    [
        "131052-308U",  # the check character is wrong
        "310252-308Y",  # there's no such day
        "131052-001N",  # numbers begin from 2
        "1131052-308T",
        "131052-308TT",
        "2026-04-20",
        "0400 123 4567",
        "9000012-6",
        "10482-1",
    ],
)
def test_other_numbers_are_no_identity_codes(text: str) -> None:
    assert find_secrets(f"a {text} b") == []


@pytest.mark.parametrize(
    "number",
    ["FI2112345600000785", ACCOUNT, "fi21 1234 5600 0007 85", "FI21-1234-5600-0007-85", "DE89370400440532013000",
     "GB29 NWBK 6016 1331 9268 19", "SE45 5000 0000 0583 9825 7466", "NO93 8601 1117 947"],
)  # fmt: skip
def test_an_account_number_is_found_with_any_spacing(number: str) -> None:
    (secret,) = find_secrets(f"tili {number} vaihtuu 1.6.")
    assert (secret.kind.code, secret.start, secret.end) == ("VAL213", 5, 5 + len(number))
    assert secret.masked[:2] == number[:2]
    assert len(secret.masked) == len(number)
    assert not any(character.isdigit() for character in secret.masked)


def test_an_account_number_over_two_lines_is_found() -> None:
    loaded = client_file(f"{SOUND}notes: |\n  FI21 1234 5600\n  0007 85\n")
    (finding,) = loaded.findings
    assert placed(finding) == "VAL213 6:3"
    assert "0007" not in loaded.source.text


@pytest.mark.parametrize("text", ["FI22 1234 5600 0007 85", "RF18 5390 0754 7034", "ab12 cd34 ef56 gh78 ij90", "A1234"])
def test_other_numbers_are_no_account_numbers(text: str) -> None:
    assert find_secrets(text) == []


def test_one_account_number_after_another_is_found() -> None:
    assert len(find_secrets(f"AB12 {ACCOUNT} {ACCOUNT}")) == 2


def test_a_number_is_masked_in_every_message_and_excerpt() -> None:
    loaded = client_file(f"{SOUND}status: {CODE}\ngroup: {CODE}\nnotes: {ACCOUNT}\nclosure: {{date: {CODE}}}\n")
    said = " ".join(spoken(finding) for finding in loaded.findings)
    assert "••••••-••••" in said
    assert "FI•• •••• •••• •••• ••" in said
    shown = json.dumps([repr(loaded.findings), loaded.source.lines, repr(loaded.value)], ensure_ascii=False)
    assert CODE not in shown
    assert "0007" not in shown
    assert len(loaded.source.lines[4]) == len(f"status: {CODE}")


@pytest.mark.parametrize("written", ['"1310\\x352-308T"', '"131052\\\n  -308T"', '"FI21 1234 5600 \\u0030007 85"'])
def test_a_number_that_escapes_hide_is_found_and_masked(written: str) -> None:
    loaded = client_file(f"{SOUND}notes: {written}\n")
    assert [finding.code for finding in loaded.findings] in (["VAL212"], ["VAL213"])
    assert loaded.value
    assert loaded.value.notes
    assert not find_secrets(loaded.value.notes)
    assert "308T" not in loaded.source.text
    assert "007 85" not in loaded.source.text


def test_a_file_that_is_refused_for_its_characters_is_masked_too() -> None:
    loaded = client_file(f"{SOUND}notes: {CODE}\u202e\n")
    assert [finding.code for finding in loaded.findings] == ["VAL212", "YML003"]
    assert CODE not in loaded.source.text


def test_a_file_with_a_syntax_error_is_masked_too() -> None:
    loaded = client_file(f"{SOUND}notes: [{CODE}\n")
    assert CODE not in loaded.source.text
    assert CODE not in "".join(map(spoken, loaded.findings))


def test_people_are_guarded_and_the_firms_own_texts_are_not() -> None:
    assert people_file(f"a: {{name: A}} # {CODE}\n")[1]
    assert not firm_file(f"name: A # {CODE}\n")[1] or firm_file(f"name: A # {CODE}\n")[1][0].code == "YML014"
    assert not process_file(f"title: P\n# {ACCOUNT}\n")[1]


def test_an_ordinary_file_has_no_secrets() -> None:
    added = 'business_id: 9000012-6\ncontacts: [{name: A, phone: "+358 40 000 0000"}]\nnotes: Muutto 12.5., ks. AB12\n'
    assert not client_file(SOUND + added).findings


def test_a_number_hidden_in_a_key_is_in_no_path_of_a_finding() -> None:
    hidden = '"1310\\x352-308T"'
    loaded = client_file(f"{SOUND}{hidden}: {{a: b}}\nchanges: [{{{hidden}: c}}, [{{{hidden}: c, {hidden}: d}}]]\n")
    assert "VAL212" in {finding.code for finding in loaded.findings}
    assert CODE not in repr(loaded.findings)
    assert "308T" not in loaded.source.text
