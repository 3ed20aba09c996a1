"""What the verbs say of findings in their own words: each is said by some verb, and its commands are taken."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from aloitus.i18n import Wording, wording
from firm import TODAY, FirmOnDisk, firm_on_disk, new_client

CLIENT = "kuusipuun-saha"
AINO, OUTI = ("--by", "aino-virtanen"), ("--by", "outi-peltola")
NOW, LATER = ("--today", TODAY), ("--today", "2027-12-01")
APPROVED = ("--reason", "Sovittu asiakkaan kanssa", "--approved-by", "outi-peltola")
HELD = """
meetings:
  quick-review: {status: held, date: %s, participants: [aino-virtanen]}
invoicing:
  items:
    training: {work: Koulutus, status: open}
  uninvoiced: {rows: 2, checked: 2027-06-02, by: aino-virtanen}
"""
WAIVED = """\
  study-client-business:
    status: not-applicable
    reason: Sovittu asiakkaan kanssa
    by: sari-ohman
    approved_by: %s
"""


@pytest.fixture
def firm(tmp_path: Path) -> FirmOnDisk:
    firm = firm_on_disk(tmp_path)
    assert new_client(firm, "--team", "project-manager=aino-virtanen,mikko-lahtinen").code == 0
    return firm


def written(firm: FirmOnDisk, more: str = "", replaced: Mapping[str, str] | None = None) -> FirmOnDisk:
    text = firm.text(CLIENT)
    for old, new in (replaced or {}).items():
        assert old in text
        text = text.replace(old, new)
    firm.write(CLIENT, text + more)
    return firm


def waived_by(firm: FirmOnDisk, person: str) -> FirmOnDisk:
    text = firm.text(CLIENT)
    start = text.index("  study-client-business:")
    end = text.index("\n\n", start) + 1
    firm.write(CLIENT, text[:start] + WAIVED % person + text[end:])
    return firm


def close(firm: FirmOnDisk, *words: str) -> str:
    return firm.run("close", CLIENT, *LATER, *(words or AINO)).err


def a_round_of_refusals(firm: FirmOnDisk) -> None:
    """Each mistake that the verbs have words of their own for."""
    fresh = firm.text(CLIENT)

    def again() -> FirmOnDisk:
        firm.write(CLIENT, fresh)
        return firm

    close(firm, *OUTI)
    firm.run("start-service", CLIENT, *AINO, *NOW)
    firm.run("done", CLIENT, "open-engagement", *AINO, *NOW)
    firm.run("waive", CLIENT, "identify-client", *APPROVED, *AINO, *NOW)
    firm.run("waive", CLIENT, "study-client-business", *APPROVED[:3], "sari-ohman", *AINO, *NOW)
    firm.run("invoice", CLIENT, "training", "--work", "Koulutus", "--number", "TBD", *AINO, *NOW)
    firm.run("cancel", CLIENT, *APPROVED, *AINO, *NOW)
    firm.run("meet", CLIENT, "quick-review", "--date", "2027-03-01", *AINO, *NOW)
    again().run("move-date", CLIENT, "service_starts.payroll", "--to", "2027-02-10", *APPROVED, *AINO, *NOW)
    close(firm)
    firm.run("meet", CLIENT, "quick-review", "--held", "--date", "2027-02-20", *AINO, "--today", "2027-02-21")
    firm.run("meet", CLIENT, "quick-review", "--date", "2027-06-01", *AINO, "--today", "2027-02-21")
    close(firm)
    close(written(again(), HELD % "2027-11-30"))
    close(written(again(), HELD % "2027-06-01"), *AINO, "--date", "2027-01-01", "--erp-closed", "2027-01-01")
    close(waived_by(again(), "markus-hietala"), "--by", "markus-hietala")
    written(again(), replaced={"[aino-virtanen, mikko-lahtinen]": "outi-peltola"})
    close(waived_by(firm, "outi-peltola"), *OUTI)
    written(again(), replaced={"status: active": "status: closed"}).run("done", CLIENT, "open-engagement", *AINO, *NOW)
    firm.write("uusi", "name: Uusi Oy\nprocess: client-onboarding\nservices: [payroll]\nstatus: planned\n")
    firm.run("activate", "uusi", *AINO, *NOW)


def test_everything_that_the_verbs_say_in_their_own_words_is_said_by_one(
    firm: FirmOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: set[str] = set()
    words = Wording.__call__

    def heard(say: Wording, key: str, **values: object) -> str:
        said.add(key)
        return words(say, key, **values)

    monkeypatch.setattr(Wording, "__call__", heard)
    a_round_of_refusals(firm)
    own = {key for key in wording("fi").sentences if key.startswith("refusals.")}
    assert own - said == set()


def test_who_may_close_is_named_where_the_closer_has_approved_an_exception(firm: FirmOnDisk) -> None:
    advice = "Sulkijan on oltava projektipäällikkö, joka ei ole hyväksynyt poikkeuksia: --by mikko-lahtinen"
    assert advice in close(waived_by(firm, "aino-virtanen"))
    assert "--approved-by" not in close(firm)


def test_a_held_review_outside_its_window_is_corrected_by_the_command_that_is_told(firm: FirmOnDisk) -> None:
    day = ("--today", "2027-06-02")
    held = ("meet", CLIENT, "quick-review", "--held", *AINO, *day, "--date")
    said = firm.run(*held, "2027-04-20").out
    assert f"Jos päivä on väärä, kirjaa oikea: aloitus meet {CLIENT} quick-review --held --date VVVV-KK-PP" in said
    assert "Siirrä palaveri" not in said
    right = firm.run(*held, "2027-06-01")
    assert (right.code, right.err) == (0, "")
    assert "aikaisin" not in right.out
    unsaid = firm.run("meet", CLIENT, "quick-review", *AINO, *day, "--date", "2027-06-02").err
    assert f"aloitus meet {CLIENT} quick-review --held --date VVVV-KK-PP" in unsaid
    assert "Palauta se" not in unsaid


def test_cancelling_names_the_command_that_says_the_list_is_empty(firm: FirmOnDisk) -> None:
    cancel = ("cancel", CLIENT, *APPROVED, *AINO, *NOW)
    assert f"Ohje: Kun luettelo on tyhjä: aloitus uninvoiced {CLIENT} --rows 0" in firm.run(*cancel).err
    assert firm.run("uninvoiced", CLIENT, "--rows", "0", *AINO, *NOW).code == 0
    assert firm.run(*cancel).code == 0


def test_activating_names_the_commands_for_what_is_missing(firm: FirmOnDisk) -> None:
    firm.write(
        "uusi",
        "name: Uusi Oy\nprocess: client-onboarding\nservices: [payroll]\nstatus: planned\nbusiness_id: 9000020-6\n",
    )
    told = firm.run("activate", "uusi", *AINO, *NOW).err
    assert "aloitus move-date uusi agreement_signed --to VVVV-KK-PP" in told
    assert "aloitus move-date uusi service_start --to VVVV-KK-PP" in told
    assert "aloitus staff uusi project-manager TUNNUS" in told
    for words in (
        ("move-date", "uusi", "agreement_signed", "--to", "2026-11-02"),
        ("move-date", "uusi", "service_start", "--to", "2027-02-01"),
        ("staff", "uusi", "project-manager", "aino-virtanen"),
        ("activate", "uusi"),
    ):
        assert firm.run(*words, *AINO, *NOW).code == 0, words


def test_of_an_onboarding_that_is_over_only_that_is_said(firm: FirmOnDisk) -> None:
    written(firm, replaced={"status: active": "status: closed"})
    told = firm.run("invoice", CLIENT, "training", "--work", "Koulutus", "--number", "TBD", *AINO, *NOW).err
    assert told.splitlines() == [
        "aloitus: mitään ei kirjoitettu, koska tämä pitää korjata ensin:",
        "  - Käyttöönotto on päättynyt, joten sen kirjauksia ei muuteta",
        f'    Ohje: Avaa se tarvittaessa uudelleen: aloitus reopen {CLIENT} --reason "…" --approved-by TUNNUS',
    ]


def test_a_late_meeting_of_an_onboarding_that_is_over_asks_for_no_approval(firm: FirmOnDisk) -> None:
    written(firm, replaced={"status: active": "status: closed"})
    told = firm.run("meet", CLIENT, "quick-review", "--held", "--date", "2027-11-30", *AINO, *LATER).err
    assert "Käyttöönotto on päättynyt" in told
    assert "Kerro syy ja hyväksyjä" not in told


def test_the_start_is_recorded_when_production_has_started(firm: FirmOnDisk) -> None:
    advice = f"Kun tuotanto on alkanut: aloitus start-service {CLIENT} --date 2027-02-01"
    assert advice in firm.run("close", CLIENT, *AINO, *NOW).err
