# ruff: noqa: RUF001 - look-alike letters are what is tested

import pytest

from aloitus.loading.characters import MAX_BYTES, code_point, decode, printable
from aloitus.model.client import ClientStatus
from file_text import SOUND, a_client, client_file, help_of, placed, spoken


def test_a_file_of_exactly_256_kib_is_read() -> None:
    text = SOUND + "notes: "
    assert not client_file(text + "a" * (MAX_BYTES - len(text))).findings


def test_a_byte_more_is_refused_with_its_size() -> None:
    loaded = client_file(SOUND + "a" * (MAX_BYTES - len(SOUND) + 1))
    (finding,) = loaded.findings
    assert loaded.value is None
    assert placed(finding) == "YML001 1:1"
    assert spoken(finding) == "The file has 257 KiB; it may have 256 KiB at most"


def test_the_place_of_a_bad_byte_counts_characters() -> None:
    (finding,) = client_file(SOUND.encode() + b"notes: \xc3\xa4\xe4\n").findings
    assert placed(finding) == "YML002 5:9"
    assert "0xE4" in spoken(finding)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_other_encodings_are_refused(encoding: str) -> None:
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    loaded = client_file(mark + SOUND.encode(encoding))
    assert loaded.value is None
    assert {finding.code for finding in loaded.findings} == {"YML002"}


def test_a_utf_16_file_is_named_as_one() -> None:
    (finding,) = client_file(SOUND.encode("utf-16")).findings
    assert spoken(finding) == "The file is saved as UTF-16"


def test_encoded_surrogates_are_no_utf_8() -> None:
    assert placed(client_file(b"name: \xed\xa0\x80\n").findings[0]) == "YML002 1:7"


def test_a_byte_order_mark_is_a_note_and_moves_no_column() -> None:
    loaded = client_file(b"\xef\xbb\xbf" + SOUND.replace("active", "Active").encode())
    assert [placed(finding) for finding in loaded.findings] == ["YML013 1:1", "VAL209 3:9"]
    assert loaded.value
    assert loaded.value.name == "Kuusipuun Saha Oy"


def test_a_second_byte_order_mark_is_a_forbidden_character() -> None:
    loaded = client_file(b"\xef\xbb\xbf" * 2 + SOUND.encode())
    assert [placed(finding) for finding in loaded.findings] == ["YML003 1:1", "YML013 1:1"]


def test_windows_line_ends_and_a_missing_final_newline_change_nothing() -> None:
    loaded = client_file((SOUND + "tasks:\n  a: {status: Done}").replace("\n", "\r\n"))
    assert [placed(finding) for finding in loaded.findings] == ["VAL209 6:15"]
    assert loaded.source.lines[4] == "tasks:"
    assert loaded.value
    assert loaded.value.status is ClientStatus.ACTIVE


@pytest.mark.parametrize(
    ("character", "wording"),
    [
        ("\x00", "a control character U+0000 here"),
        ("\x1b", "a control character U+001B here"),
        ("\x7f", "a control character U+007F here"),
        ("\x85", "a line end U+0085 here"),
        ("\u2028", "a line end U+2028 LINE SEPARATOR here"),
        ("\u2029", "a line end U+2029 PARAGRAPH SEPARATOR here"),
        ("\r", "a line end U+000D here"),
        ("\u202e", "a character U+202E RIGHT-TO-LEFT OVERRIDE here that turns"),
        ("\u2066", "a character U+2066 LEFT-TO-RIGHT ISOLATE here that turns"),
        ("\u200f", "a character U+200F RIGHT-TO-LEFT MARK here that turns"),
        ("\u061c", "a character U+061C ARABIC LETTER MARK here that turns"),
        ("\ufeff", "a control character U+FEFF ZERO WIDTH NO-BREAK SPACE here"),
        ("\uffff", "a control character U+FFFF here"),
    ],
)
def test_a_forbidden_character_is_named_by_its_code_point(character: str, wording: str) -> None:
    loaded = client_file(f"{SOUND}notes: ä{character}b\n")
    (finding,) = loaded.findings
    assert loaded.value is None
    assert placed(finding) == "YML003 5:9"
    assert wording in spoken(finding)


def test_only_the_first_forbidden_characters_are_listed() -> None:
    assert len(client_file("\u202e" * 1000).findings) == 10


@pytest.mark.parametrize(
    "text", ["perhe 👨\u200d👩\u200d👧", "12\u00a0000\u00a0€", "re\u00adkis\u200bteri", "株式会社", "–—‘’“”…"]
)
def test_emoji_joiners_and_no_break_spaces_are_text(text: str) -> None:
    assert a_client(f"notes: {text}\n").notes == text


@pytest.mark.parametrize("escape", ["\\u202e", "\\0", "\\e", "\\N", "\\L", "\\P", "\\r", "\\uFEFF"])
def test_a_forbidden_character_spelt_out_in_quotes_is_found(escape: str) -> None:
    loaded = client_file(f'{SOUND}notes: "hyvä{escape}"\n')
    (finding,) = loaded.findings
    assert placed(finding) == "YML003 5:8"
    assert "spells out" in spoken(finding)
    assert loaded.value
    assert loaded.value.notes == "hyvä\ufffd"


def test_ordinary_escapes_are_text() -> None:
    assert a_client('notes: "a\\tb\\nc\\u00e4\\x41"\n').notes == "a\tb\ncäA"


def test_what_is_shown_of_a_refused_file_has_none_of_its_characters() -> None:
    loaded = client_file(f"{SOUND}notes: \x1b[2J\u202e\n")
    assert loaded.source.lines[4] == "notes: \ufffd[2J\ufffd"
    assert printable("a\x1bb") == "a\ufffdb"


def test_decoding_keeps_bytes_and_text_alike() -> None:
    decoded = decode("a.yaml", "\ufeffä: ö\n".encode())
    assert decoded.text == "ä: ö\n"
    assert decoded.data == decoded.text.encode()
    assert decoded.sound


def test_a_control_character_has_a_number_only() -> None:
    assert code_point("\x07") == "U+0007"
    assert code_point("а") == "U+0430 CYRILLIC SMALL LETTER A"


def test_the_help_says_how_to_save_a_file() -> None:
    (finding,) = client_file(b"\xe4").findings
    assert "UTF-8" in help_of(finding, "fi")
