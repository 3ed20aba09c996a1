"""Scalars are typed by their field, and nothing is guessed at."""

# ruff: noqa: RUF001 - look-alike letters are what is tested

from datetime import date, time

import pytest

from aloitus.loading.suggestions import as_day, as_id, as_time, meant_day, nearest
from aloitus.model.client import ClientStatus, InvoicingStatus, MeetingStatus, Status
from file_text import a_client, firm_file, found_in, help_of, people_file, placed, process_file, spoken, the_finding


@pytest.mark.parametrize(
    "text",
    ["No", "Null", "null", "~", "1e3", "010", "0x1F", "12:30", "2026-02-30", ".inf", "true", "=Plus", "{{ACME}}"],
)
def test_free_text_is_the_text_that_stands_there(text: str) -> None:
    quoted = text if text[0] != "{" else f'"{text}"'
    client = a_client(f"notes: {quoted}\ninvoicing: {{items: {{a: {{work: {quoted}, invoice: {quoted}}}}}}}\n")
    assert client.notes == text
    assert client.invoicing["a"].invoice == text
    assert client.invoicing["a"].work.say("fi") == text


def test_an_empty_text_is_absent() -> None:
    assert a_client("notes:\n").notes is None
    assert a_client('notes: ""\n').notes is None


def test_a_text_may_run_over_lines() -> None:
    assert a_client("notes: |\n  Rivi\n  toinen\n").notes == "Rivi\ntoinen\n"
    assert a_client("notes: Rivi\n  toinen\n").notes == "Rivi toinen"


@pytest.mark.parametrize("name", ["O'Brien & Søns <GmbH>", "株式会社", "Ünïcode | Pipe", "A*B", "Yritys \U0001f44d"])
def test_a_name_is_any_text(name: str) -> None:
    assert a_client(f"contacts:\n  - name: {name}\n").contacts[0].name == name


@pytest.mark.parametrize("day", ["2026-04-20", "1900-01-01", "2199-12-31", "2028-02-29"])
def test_a_date_is_year_month_day(day: str) -> None:
    assert a_client(f"dates: {{service_start: {day}}}\n").dates["service_start"] == date.fromisoformat(day)


def test_a_quoted_date_is_the_same_date() -> None:
    assert a_client('dates: {a: "2026-04-20"}\n').dates["a"] == date(2026, 4, 20)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-2-3", "2026-02-03"),
        ("20260203", "2026-02-03"),
        ("3.2.2026", "2026-02-03"),
        ("03. 02. 2026", "2026-02-03"),
        ("3/2/2026", "2026-02-03"),
        ("2026/02/03", "2026-02-03"),
        ("2026-02-03T10:00:00Z", "2026-02-03"),
        ('" 2026-02-03"', "2026-02-03"),
        ("”2026-02-03”", "2026-02-03"),
    ],
)
def test_another_form_of_a_date_is_refused_with_the_right_one(written: str, meant: str) -> None:
    finding = the_finding(f"closure: {{date: {written}}}\n")
    assert placed(finding) == "VAL204 5:17"
    assert help_of(finding) == f"Write: date: {meant}"


@pytest.mark.parametrize(
    "written",
    [
        "maanantaina",
        "2026-W05-2",
        "1899-12-31",
        "2200-01-01",
        "26-02-03",
        "٢٠٢٦-٠١-٠١",
    ],
)
def test_what_is_no_date_is_refused_with_an_example(written: str) -> None:
    finding = the_finding(f"closure: {{date: {written}}}\n")
    assert finding.code == "VAL204"
    assert help_of(finding) == "Dates are written year-month-day, for instance: date: 2026-05-31"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2026-02-30", "There is no day 2026-02-30"),
        ("31.2.2026", "There is no day 31.2.2026"),
        ("2026-02-99", "There is no day 2026-02-99"),
        ("2026-12-32", "There is no day 2026-12-32"),
        ("2026-01-00", "There is no day 2026-01-00"),
        ("2026-13-01", "There is no day 2026-13-01: there is no month 13"),
        ("1.13.2026", "There is no day 1.13.2026: there is no month 13"),
        ("2026-00-10", "There is no day 2026-00-10: there is no month 0"),
    ],
)
def test_a_day_that_there_is_not_is_called_so_and_no_other_is_made_up(written: str, told: str) -> None:
    finding = the_finding(f"closure: {{date: {written}}}\n")
    assert spoken(finding) == told
    assert help_of(finding) == "Check which day is right, and write it as yyyy-MM-dd"


def test_what_is_wrong_with_a_date_is_called_so() -> None:
    assert "between the years" in spoken(the_finding("closure: {date: 2206-02-03}\n"))
    assert "with certainty" in spoken(the_finding("closure: {date: 1.2.2026}\n"))


@pytest.mark.parametrize("null", ["", "~", "null", "Null", "NULL"])
def test_an_empty_value_that_is_no_text_is_absent(null: str) -> None:
    lines = (
        "business_id", "group", "language", "services", "facts", "dates", "service_starts", "team", "contacts",
        "systems", "responsibilities", "tasks", "extra_tasks", "meetings", "invoicing", "changes", "closure",
    )  # fmt: skip
    added = "".join(f"{name}: {null}\n" for name in lines if name != "services")
    client = a_client(added)
    assert (client.business_id, client.group, client.closure, client.uninvoiced) == (None,) * 4
    assert (client.facts, client.contacts, client.changes) == ((), (), ())
    assert not any((client.dates, client.team, client.tasks, client.meetings, client.extra_tasks, client.systems))


def test_empty_values_inside_are_absent() -> None:
    added = (
        "tasks: {a: {status: , date: , by: ~, due: null}, b: , c: {}}\nmeetings: {m: {time: , participants: }, n: }\n"
    )
    client = a_client(added)
    assert set(client.tasks) == {"a", "b", "c"}
    assert {entry.status for entry in client.tasks.values()} == {Status.OPEN}
    assert client.meetings["n"].status is MeetingStatus.PLANNED
    assert client.meetings["m"].time is None


def test_a_quoted_null_is_an_id() -> None:
    assert a_client('group: "null"\n').group == "null"


def test_a_time_is_hours_and_minutes() -> None:
    meeting = a_client('meetings: {a: {time: "09:05"}, b: {time: 23:59}}\n').meetings
    assert (meeting["a"].time, meeting["b"].time) == (time(9, 5), time(23, 59))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("9:00", "09:00"),
        ("klo 9", "09:00"),
        ("9.30", "09:30"),
        ("09:00:00", "09:00"),
        ("0900", "09:00"),
        ("14", "14:00"),
        ("24:00", "09:00"),
    ],
)
def test_another_form_of_a_time_is_refused_with_the_right_one(written: str, meant: str) -> None:
    finding = the_finding(f"meetings: {{a: {{time: {written}}}}}\n")
    assert finding.code == "VAL205"
    assert help_of(finding).endswith(f'time: "{meant}"')


@pytest.mark.parametrize("rows", ["0", "7", "9999999"])
def test_a_number_is_digits(rows: str) -> None:
    uninvoiced = a_client(f"invoicing: {{uninvoiced: {{rows: {rows}}}}}\n").uninvoiced
    assert uninvoiced
    assert uninvoiced.rows == int(rows)


@pytest.mark.parametrize("rows", ["-1", "+1", "010", "1.0", "1 kpl", "nolla", "1e3", "10000000", "٣", "[1]"])
def test_another_number_is_refused(rows: str) -> None:
    (finding,) = found_in(f"invoicing: {{uninvoiced: {{rows: {rows}}}}}\n")
    assert finding.split()[0] in ("VAL206", "VAL203")


@pytest.mark.parametrize("identifier", ["a", "0", "liisa-laine", "a--b", "x" * 63, "a-"])
def test_an_id_is_small_letters_digits_and_hyphens(identifier: str) -> None:
    assert a_client(f"group: {identifier}\n").group == identifier


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Liisa Laine", "liisa-laine"),
        ("liisa.laine", "liisa-laine"),
        ("LIISA", "liisa"),
        ("väinö", "vaino"),
        ("../x", "x"),
        ("-a", "a"),
        ("a_b", "a-b"),
        ("x" * 64, "x" * 63),
        ("lіisa", "liisa"),
        ('"a "', "a"),
    ],
)
def test_what_is_no_id_is_refused_with_one(written: str, meant: str) -> None:
    finding = the_finding(f"group: {written}\n")
    assert placed(finding) == "VAL208 5:8"
    assert help_of(finding).endswith(f"Did you mean: group: {meant}")


def test_an_id_with_a_letter_of_another_alphabet_names_it() -> None:
    assert "U+0456 CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I" in spoken(the_finding("group: lіisa\n"))
    finding = the_finding("team: {раулі: liisa}\n")
    assert "U+0440 CYRILLIC SMALL LETTER ER" in spoken(finding)


@pytest.mark.parametrize("letter", ["ı", "ａ", "ɑ", "𝐚", "ſ", "\u212a", "\u00a0", "\u200b", "а"])
def test_a_letter_that_is_not_what_it_looks_like_is_named(letter: str) -> None:
    assert f"it has the character U+{ord(letter):04X}" in spoken(the_finding(f'group: "li{letter}sa"\n'))


@pytest.mark.parametrize("letters", ["ä", "Ö", "å", "é", "ü", "ß", "ø", "æ", "a\u0308"])
def test_a_letter_that_anybody_reads_is_not_called_odd(letters: str) -> None:
    assert spoken(the_finding(f"group: V{letters}inö\n")).endswith("isn't an id")


def test_what_no_id_can_be_made_of_gets_no_help() -> None:
    assert the_finding("group: 株式会社\n").help is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Done", "done"), ("DONE", "done"), ('"done "', "done"), ("doné", "done"), ("true", "done"), ("1", "done"),
        ("[done]", "done"), ("dоne", "done"), ("\"'done'x\"", "done"), ("dome", "done"), ("valmis", "done"),
        ("Kuitattu", "done"), ("kesken", "in-progress"), ("in progress", "in-progress"),
        ("in_progress", "in-progress"),
        ("odottaa", "waiting"), ("odottaa asiakasta", "waiting"), ("Estynyt", "blocked"),
        ("ei koske", "not-applicable"),
        ("n/a", "not-applicable"),
        ("Not Applicable", "not-applicable"), ("avoin", "open"), ("opne", "open"), ("false", "open"),
        ("doen", "done"), ("dnoe", "done"), ("waitign", "waiting"), ("”done”", "done"),
    ],
)  # fmt: skip
def test_another_word_for_a_status_is_refused_with_the_right_one(written: str, meant: str) -> None:
    finding = the_finding(f"tasks: {{open-engagement: {{status: {written}}}}}\n")
    assert placed(finding) == "VAL209 5:35"
    assert help_of(finding) == f"Write: status: {meant}"


def test_a_word_that_nothing_is_near_to_gets_the_choices() -> None:
    finding = the_finding("tasks: {a: {status: xyzzy}}\n")
    assert help_of(finding) == "Choices: open, in-progress, waiting, blocked, done and not-applicable"


@pytest.mark.parametrize(
    ("written", "meant"),
    [("päivän siirto", "date-moved"), ("Peruttu", "cancelled"), ("date-mvoed", "date-moved"), ("tuonti", "imported")],
)
def test_a_kind_of_change_may_be_said_in_finnish(written: str, meant: str) -> None:
    assert help_of(the_finding(f"changes:\n  - {{kind: {written}}}\n")) == f"Write: kind: {meant}"


@pytest.mark.parametrize(
    "line", ["tasks: {a: {status: ”done”}}", "closure: {date: ”2026-05-31”}", "group: ”kuusi”", "”name”: x"]
)
def test_quotes_of_a_word_processor_are_told_from_yamls(line: str) -> None:
    assert spoken(the_finding(f"{line}\n")).endswith('are of the wrong kind (”); use straight ones (")')


def test_a_task_of_the_process_is_never_cancelled_and_an_extra_one_may_be() -> None:
    assert found_in("tasks: {a: {status: cancelled}}\n") == ["VAL209 5:21"]
    tasks = a_client("extra_tasks: {a: {title: A, role: b, status: cancelled}}\n").extra_tasks
    assert tasks["a"].entry.status is Status.CANCELLED


def test_every_word_has_its_value() -> None:
    assert a_client("tasks: {a: {status: not-applicable}}\n").tasks["a"].status is Status.NOT_APPLICABLE
    client = a_client("invoicing: {items: {a: {work: W, status: written-off}}}\nmeetings: {m: {status: held}}\n")
    assert client.invoicing["a"].status is InvoicingStatus.WRITTEN_OFF
    assert client.meetings["m"].status is MeetingStatus.HELD


@pytest.mark.parametrize(("written", "meant"), [("Closed", "closed"), ("päätetty", "closed"), ("aktiivinen", "active")])
def test_a_wrong_status_of_the_client_leaves_it_planned(written: str, meant: str) -> None:
    from file_text import SOUND, client_file

    loaded = client_file(SOUND.replace("active", written))
    (finding,) = loaded.findings
    assert help_of(finding) == f"Write: status: {meant}"
    assert loaded.value
    assert loaded.value.status is ClientStatus.PLANNED


@pytest.mark.parametrize(
    ("written", "meant"),
    [("yes", "true"), ("True", "true"), ("kyllä", "true"), ("no", "false"), ("Off", "false"), ("ei", "false")],
)
def test_a_flag_is_true_or_false_and_no_other_word(written: str, meant: str) -> None:
    _, (finding,) = process_file(
        f"title: P\ntasks: {{a: {{title: A, phase: p, role: r, due: d, waivable: {written}}}}}\n"
    )
    assert finding.code == "VAL207"
    assert help_of(finding) == f"Write: waivable: {meant}"


def test_a_flag_says_what_it_says() -> None:
    process, _ = process_file(
        "title: P\ntasks: {a: {title: A, phase: p, role: r, due: d, waivable: false, running: true}}\n"
    )
    assert (process.tasks["a"].waivable, process.tasks["a"].running) == (False, True)


def test_a_client_reads_in_one_of_the_firms_languages() -> None:
    assert a_client("").language == "fi"
    assert a_client("language: en\n").language == "en"
    finding = the_finding("language: sv\n")
    assert spoken(finding) == "sv isn't one of the firm's languages"
    assert help_of(finding) == "The firm's languages: fi and en (templates/firm.yaml, languages)"


def test_a_value_of_the_wrong_shape_is_left_out() -> None:
    for line, code in (
        ("group: [a]", "VAL203"), ("notes: {a: b}", "VAL203"), ("closure: {date: [2026-01-01]}", "VAL203"),
        ("language: [fi]", "VAL203"), ("business_id: [a]", "VAL203"), ("meetings: {a: {time: [a]}}", "VAL203"),
        ("tasks: {a: {status: {b: c}}}", "VAL209"), ("tasks: {a: {status: []}}", "VAL209"),
    ):  # fmt: skip
        assert the_finding(f"{line}\n").code == code, line


def test_a_language_of_the_firm_is_a_code() -> None:
    firm, (finding,) = firm_file("name: F\nlanguages: [fi, Suomi]\n")
    assert firm.languages == ("fi",)
    assert spoken(finding) == "“Suomi” isn't a language code"


def test_a_person_who_left_has_a_last_day() -> None:
    people, findings = people_file("olli: {name: Olli, left: 2026-07-31}\n")
    assert not findings
    assert people["olli"].left == date(2026, 7, 31)


def test_suggestions_are_made_for_what_is_near_only() -> None:
    assert nearest("evidense", ["evidence", "reason"]) == "evidence"
    assert nearest("follow-up", ["follow_up"]) == "follow_up"
    assert nearest("xyz", ["evidence"]) is None
    assert nearest("", ["evidence"]) is None
    assert meant_day("eilen") is None
    assert meant_day("31.2.2026") is None
    assert as_time("25") is None
    assert as_id("") is None


@pytest.mark.parametrize("told", ["2026-06-01", "2026-6-1", "1.6.2026", "01.06.2026", " 1. 6. 2026 "])
def test_a_day_may_be_told_as_finland_writes_it(told: str) -> None:
    assert as_day(told) == date(2026, 6, 1)


@pytest.mark.parametrize("told", ["31.2.2026", "2026-02-30", "3/4/2026", "20260601", "1.6.26", "1.6.", "huomenna", ""])
def test_a_day_that_is_none_or_may_be_another_is_not_guessed_at(told: str) -> None:
    assert as_day(told) is None


def test_empty_numbers_flags_and_languages_are_absent() -> None:
    task = "title: P\ntasks: {a: {title: A, phase: p, role: r, due: d, waivable: %s, running: ~}}\n"
    process, findings = process_file(task % "")
    assert not findings
    assert process.tasks["a"].waivable
    _, (finding,) = process_file(task % "[true]")
    assert finding.code == "VAL203"
    assert a_client("language: null\n").language == "fi"
    assert found_in("invoicing: {uninvoiced: {rows: ~}}\n") == ["VAL202 5:26"]
    assert firm_file("name: F\nlanguages: [fi, ~]\nretention_years:\n")[0].languages == ("fi",)
