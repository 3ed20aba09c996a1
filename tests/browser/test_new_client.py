"""The form for a new client: what is typed becomes a file that the check accepts, written as `aloitus new` does."""

import random
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect
from stdnum import iban
from stdnum.fi import hetu, ytunnus

from aloitus.editing.values import Value
from aloitus.loading.personal_data import find_secrets
from aloitus.model.real_text import says_nothing
from aloitus.pages.new_client_data import process_data
from aloitus.pipeline.client_file import ClientReader
from aloitus.pipeline.opened import open_practice
from aloitus.plan.effective_dating import dated_tasks, not_in_force
from aloitus.recording.layout import ClientLayout
from aloitus.scaffolding.client_id import client_id
from aloitus.scaffolding.client_text import client_text
from aloitus.scaffolding.listing import listable_tasks
from builders import a_client, a_process, a_task, day, fulfilled_by, when
from firm import firm_on_disk
from new_client_answers import FACTS, HOSTILE, SERVICES, Answers, broad_answers, subsets
from page_contexts import a_context
from wiki_site import ROOT, TODAY

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from wiki_browser import Open

PAGE = "new-client/"
MODULE = "(name) => import(new URL(`../assets/js/new-client/${name}.js`, location))"
FILL = """(form, told) => {
  form.reset();
  for (const [name, value] of Object.entries(told)) {
    for (const one of form.querySelectorAll(`[name="${name}"]`)) {
      if (one.matches("[type=checkbox], [type=radio]")) one.checked = [].concat(value).includes(one.value);
      else one.value = value;
    }
  }
}"""
MAKE = f"""async ([answers, today]) => {{
  const load = {MODULE}, fill = {FILL};
  const {{ answersOf }} = await load("answers"), {{ judge }} = await load("judge");
  const {{ clientText }} = await load("client-text");
  const form = document.querySelector("form.entry"), process = JSON.parse(form.dataset.process);
  return answers.map((told) => {{
    fill(form, told);
    const read = answersOf(form, process);
    return {{ read, problems: judge(read, process, today), text: clientText(read, process, today) }};
  }});
}}"""


def made(page: "Page", answers: Iterable[Answers]) -> list[dict[str, Any]]:
    """What the form's own script makes of each of the answers."""
    found: list[dict[str, Any]] = page.evaluate(MAKE, [list(answers), TODAY.isoformat()])
    return found


def called(page: "Page", module: str, function: str, values: Iterable[object]) -> list[Any]:
    """What a function of one of the form's modules says of each value."""
    found: list[Any] = page.evaluate(
        f"""async ([module, name, values]) => {{
          const {{ [name]: called }} = await ({MODULE})(module);
          return values.map((value) => called(value));
        }}""",
        [module, function, list(values)],
    )
    return found


def test_every_file_that_the_form_makes_passes_the_check(open_page: "Open", tmp_path: Path) -> None:
    answers = broad_answers()
    files = made(open_page(PAGE), answers)
    assert [(told, file["problems"]) for told, file in zip(answers, files, strict=True) if file["problems"]] == []
    firm = firm_on_disk(tmp_path)
    for file in files:
        firm.write(file["read"]["id"], file["text"])
    said = firm.run("check", "--today", TODAY.isoformat(), "--output-format", "concise")
    assert (said.code, said.out.splitlines()[0]) == (0, f"Ei huomautettavaa ({len(files)} asiakasta)")


def test_a_file_is_written_line_for_line_as_new_writes_it(open_page: "Open", tmp_path: Path) -> None:
    practice = open_practice(firm_on_disk(tmp_path).root)
    (process,) = practice.processes.values()
    reader = ClientReader(practice, TODAY)
    for file in made(open_page(PAGE), broad_answers()[::7]):
        values, layout = told_to_new(file["read"]), ClientLayout(process, file["read"]["language"])
        plan = reader.decode("clients/x.yaml", client_text(values, layout).encode()).plan
        assert plan is not None
        tasks: dict[str, Value] = {task.id: {"status": "open"} for task in listable_tasks(plan)}
        assert file["text"] == client_text({**values, "tasks": tasks}, layout)


def told_to_new(read: Mapping[str, Any]) -> dict[str, Value]:
    """The form's answers by the keys of a client's file."""
    contacts = [{key: text for key, text in one.items() if text} for one in read["contacts"] if one["name"]]
    return {
        "name": read["name"], "business_id": read["businessId"], "business_id_pending": read["pending"] or "",
        "process": "client-onboarding", "status": read["status"],
        "language": "" if read["language"] == "fi" else read["language"],
        "services": tuple(read["services"]), "facts": tuple(read["facts"]),
        "dates": {key: date.fromisoformat(value) for key, value in read["dates"].items()},
        "team": read["team"], "contacts": contacts, "notes": read["notes"],
        "systems": {"accounting": read["accounting"]} if read["accounting"] else {},
    }  # fmt: skip


TASKS = f"""async ([process, answers, today]) => {{
  const {{ tasksOf }} = await ({MODULE})("client-text");
  return answers.map((told) => tasksOf({{ dates: {{}}, ...told }}, process, today).map((task) => task.id).join(" "));
}}"""


def test_the_tasks_are_the_plans_for_all_services_and_facts(open_page: "Open") -> None:
    practice = open_practice(ROOT)
    (process,) = practice.processes.values()
    listed = [task for task in process.tasks.values() if task.fulfilled_by is None]
    answers = [{"services": bought, "facts": true} for bought in subsets(SERVICES)[1:] for true in subsets(FACTS)]
    expected = [
        " ".join(task.id for task in listed if task.when.holds(told["services"], told["facts"])) for told in answers
    ]
    data = process_data(process, practice.firm)
    assert open_page(PAGE).evaluate(TASKS, [data, answers, TODAY.isoformat()]) == expected


def test_dated_tasks_are_in_force_as_the_plan_says(open_page: "Open") -> None:
    process = a_process(
        a_task("always"),
        a_task("new", applies_from=day("2026-09-01")),
        a_task("new-for-all", applies_from=day("2026-09-01"), running=True),
        a_task("old", applies_until=day("2026-11-01")),
        a_task("old-for-all", applies_until=day("2026-11-01"), running=True),
        a_task("for-payroll", when=when("payroll"), applies_from=day("2026-09-01")),
        a_task("elsewhere", fulfilled_by=fulfilled_by("meetings.quick-review")),
    )
    page, data = open_page(PAGE), process_data(process, a_context().firm)
    for today in ("2026-08-31", "2026-09-01", "2026-10-31", "2026-11-01"):
        for signed in ("2026-08-31", "2026-09-01", "2026-10-31", "2026-11-01"):
            client = a_client(signed=signed, services=("bookkeeping",))
            out = not_in_force(dated_tasks(process), client, day(today))
            expected = [
                task.id
                for task in process.tasks.values()
                if task.id not in out and task.when.holds(client.services, ()) and task.fulfilled_by is None
            ]
            told = {"services": ["bookkeeping"], "facts": [], "dates": {"agreement_signed": signed}}
            assert page.evaluate(TASKS, [data, [told], today]) == [" ".join(expected)], (today, signed)


def test_business_ids_are_judged_as_the_check_judges_them(open_page: "Open") -> None:
    seeded = random.Random(1)  # noqa: S311 -- no secret
    numbers = [f"{seeded.randrange(10**7):07}-{check}" for _ in range(500) for check in range(10)]
    numbers += [
        "0000000-0",
        "9000012-6",
        "9000012-7",
        "90000126",
        "9000012-66",
        "a000012-6",
        "",
        "٩000012-6",
        "9000012–6",
    ]
    expected = [len(number) == 9 and number.isascii() and bool(ytunnus.is_valid(number)) for number in numbers]
    assert called(open_page(PAGE), "business-id", "isBusinessId", numbers) == expected
    assert sum(expected) > 400


@pytest.mark.parametrize("typed", ["9000012-6", "90000126", " FI90000126", "9000012 - 6", "9000012–6"])
def test_a_business_id_is_taken_however_it_is_typed(typed: str, open_page: "Open") -> None:
    assert called(open_page(PAGE), "business-id", "tidied", [typed]) == ["9000012-6"]


def test_ids_are_made_of_names_as_new_makes_them(open_page: "Open") -> None:
    """For every character that there is in the first plane, and for names of companies."""
    letters = [chr(code) for code in range(0x20, 0x10000) if unicodedata.category(chr(code)) not in ("Cs", "Cn", "Co")]
    names = [f"a{letter}b" for letter in letters]
    names += [
        f"Kuusipuun Saha{end}" for end in (" Oy", " OYJ", " Oyj Abp", " Ab", " ry", " Oy Ab", " & Co", " Oyab", "Oy")
    ]
    names += ["Con Oy", "Index", "com1 Ab", "Oy", "Oy Ab", "株式会社", "../../etc", "x" * 200, "-", "", *HOSTILE]
    expected = [client_id(name) or "" for name in names]
    found = called(open_page(PAGE), "client-id", "clientId", names)
    assert [(name, one, other) for name, one, other in zip(names, expected, found, strict=True) if one != other] == []


def test_a_text_that_says_nothing_is_known_as_the_check_knows_it(open_page: "Open") -> None:
    texts = [
        "n/a",
        "N/A.",
        "ei",
        "Ei ole",
        "TBD",
        "xxx",
        "- -",
        "ok",
        "Tyhjä",
        "\uff4e\uff0f\uff41",
        "PRH 3.5.",
        *HOSTILE,
    ]
    assert called(open_page(PAGE), "real-text", "saysNothing", texts) == [says_nothing(text) for text in texts]


def test_personal_data_is_known_as_the_check_knows_it(open_page: "Open") -> None:
    seeded = random.Random(2)  # noqa: S311 -- no secret
    codes = [f"{seeded.randrange(1, 29):02}{seeded.randrange(1, 13):02}{seeded.randrange(100):02}" for _ in range(300)]
    texts = [f"{code}{mark}{number}" for code in codes for mark in "-A–" for number in ("308T", "123K", "9451")]
    ends = "0123456789ABCDEFHJKLMNPRSTUVWXY"
    right = [f"{code}{number}" for number, code in enumerate(codes, 100)]
    texts += [f"tunnus {one[:6]}-{one[6:]}{ends[int(one) % 31]}." for one in right]
    accounts = ["FI2112345600000785", "DE89370400440532013000", "SE4550000000058398257466", "NO9386011117947"]
    texts += [account[:cut] + account[cut:].replace("0", "1") for account in accounts for cut in (0, 9, 99)]
    texts += [f"Tili {account[:4]} {account[4:8]}-{account[8:]}, huom" for account in accounts]
    texts += [f"{account}9" for account in accounts] + ["+358 40 123 4567", "9000012-6", "FI90000126", "", *HOSTILE]
    expected = [bool(find_secrets(text)) for text in texts]
    found = called(open_page(PAGE), "personal-data", "holdsPersonalData", texts)
    assert [text for text, one, other in zip(texts, expected, found, strict=True) if one != other] == []
    assert hetu.is_valid("131052-308T") and iban.is_valid(accounts[0]) and 300 < sum(expected) < len(expected)  # noqa: PT018


def type_in(page: "Page", *keys: str) -> None:
    """Types words and presses keys, as `Tab`, one after the other."""
    for key in keys:
        if key in ("Tab", "Space", "Enter", "ArrowDown", "Shift+Tab"):
            page.keyboard.press(key)
        else:
            page.keyboard.type(key)


def outcome(page: "Page") -> str:
    return page.locator(".outcome output").inner_text()


def wrong(page: "Page", field: str) -> str:
    return page.locator(f'[data-field="{field}"] .wrong').inner_text()


def fill_in(page: "Page") -> None:
    """Kuusipuun Saha Oy, whose agreement is signed, by keyboard from the first field on."""
    page.get_by_label("Nimi", exact=True).first.focus()
    type_in(page, "Kuusipuun Saha Oy", "Tab", "90000126", "Tab", "Tab", "Tab", "Tab")
    type_in(page, "Space", "Tab", "Space")
    page.get_by_label("On, käyttöönotto alkaa").focus()
    type_in(page, "Space")
    page.get_by_label("Toimeksiantosopimus allekirjoitettu").fill("2026-11-20")
    page.get_by_label("Palvelutuotanto alkaa").fill("2027-02-01")
    page.get_by_label("Projektipäällikkö").select_option("Aino Virtanen")


def test_a_seller_fills_in_the_form_and_takes_a_file_that_passes_the_check(open_page: "Open", tmp_path: Path) -> None:
    page = open_page(PAGE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    assert outcome(page) == "Vielä 2 kohtaa"
    fill_in(page)
    assert outcome(page).startswith("Valmis: clients/kuusipuun-saha.yaml, ")
    page.get_by_role("button", name="Kopioi teksti").click()
    page.get_by_text("Teksti on kopioitu.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    with page.expect_download() as download:
        page.get_by_role("button", name="Lataa tiedostona").click()
    assert download.value.suggested_filename == "kuusipuun-saha.yaml"
    firm = firm_on_disk(tmp_path)
    download.value.save_as(firm.root / "clients" / download.value.suggested_filename)
    text = firm.text("kuusipuun-saha")
    assert text == copied == page.locator(".outcome textarea").input_value()
    assert "business_id: 9000012-6\n" in text
    assert "  project-manager: aino-virtanen\n" in text
    assert "  open-engagement:                   # Perusta asiakas ja toimeksianto" in text
    assert firm.run("check", "--today", TODAY.isoformat()).code == 0


def test_the_forges_address_holds_the_id_and_nothing_else_of_the_client(open_page: "Open") -> None:
    page = open_page(PAGE)
    fill_in(page)
    page.get_by_label("Muuta sovittua").fill("Salainen juttu")
    address = urlsplit(page.get_by_role("link", name="Avaa uusi tiedosto").get_attribute("href") or "")
    assert address.path == "/esimerkkitilit/onboarding/new/main"
    assert parse_qs(address.query) == {
        "filename": ["clients/kuusipuun-saha.yaml"],
        "value": ["# Liitä lomakkeen tekemä teksti tähän.\n"],
    }


def test_mistakes_are_told_when_a_field_is_left_and_go_as_they_are_mended(open_page: "Open") -> None:
    page = open_page(PAGE)
    fill_in(page)
    number = page.get_by_label("Y-tunnus", exact=True)
    number.fill("9000012-7")
    assert wrong(page, "business_id") == "Y-tunnuksen tarkistusnumero ei täsmää. Tarkista numerot."
    assert number.get_attribute("aria-invalid") == "true"
    assert "new-business_id-wrong" in (number.get_attribute("aria-describedby") or "")
    number.press("Backspace")
    type_in(page, "6")
    assert (wrong(page, "business_id"), number.get_attribute("aria-invalid")) == ("", None)


@pytest.mark.parametrize(
    ("label", "value", "field", "said"),
    [
        ("Palvelutuotanto alkaa", "2026-11-19", "date.service_start", "ei voi alkaa ennen kuin sopimus"),
        ("Palvelutuotanto alkaa", "2026-11-22", "date.service_start", "on jo mennyt"),
        ("Palvelutuotanto alkaa", "", "date.service_start", "Merkitse, minä päivänä"),
        ("Palvelutuotanto alkaa", "0026-11-22", "date.service_start", "Tällaista päivää ei ole"),
        ("Toimeksiantosopimus allekirjoitettu", "2026-11-24", "date.agreement_signed", "on vasta tulossa"),
        ("Puhelin", "040 000 0000", "contact.1.name", "Kirjoita yhteyshenkilön nimi"),
        ("Tunnus", "Kuusipuun Saha", "id", "pieniä kirjaimia"),
        ("Tunnus", "index", "id", "pieniä kirjaimia"),
        ("Tunnus", "vihrea-piha", "id", "Tunnus on jo asiakkaalla Vihreä Piha"),
        ("Muuta sovittua", "131052-308T", "notes", "henkilötunnus tai tilinumero"),
        ("Taloushallintojärjestelmä", "FI21 1234 5600 0007 85", "accounting", "henkilötunnus tai tilinumero"),
    ],
)
def test_what_a_check_would_refuse_is_told_beside_its_field(
    label: str, value: str, field: str, said: str, open_page: "Open"
) -> None:
    page = open_page(PAGE)
    fill_in(page)
    page.get_by_label(label, exact=True).fill(value)
    page.get_by_role("button", name="Tee asiakkaan tiedosto").focus()
    page.get_by_role("link", name=said).wait_for()
    assert said in wrong(page, field)
    assert outcome(page) == "Vielä yksi kohta"
    assert page.get_by_role("button", name="Kopioi teksti").is_hidden()


def test_a_client_that_there_is_already_is_not_set_up_again(open_page: "Open") -> None:
    page = open_page(PAGE)
    page.get_by_label("Nimi", exact=True).first.fill("saimaan  logistiikka oy")
    expect(page.get_by_role("link", name="Asiakas Saimaan Logistiikka Oy on jo olemassa.")).to_be_visible()


def test_who_comes_back_after_an_onboarding_that_is_over_only_needs_another_id(open_page: "Open") -> None:
    page = open_page(PAGE)
    page.get_by_label("Nimi", exact=True).first.fill("Vihreä Piha Ky")
    page.get_by_label("Y-tunnus", exact=True).fill("9064279-4")
    expect(page.get_by_role("link", name="Tunnus on jo asiakkaalla Vihreä Piha Ky.")).to_be_visible()
    assert (wrong(page, "name"), wrong(page, "business_id")) == ("", "")


def test_enter_shows_all_that_is_missing_and_each_line_leads_to_its_field(open_page: "Open") -> None:
    page = open_page(PAGE)
    page.get_by_label("On, käyttöönotto alkaa").check()
    page.get_by_label("Nimi", exact=True).first.press("Enter")
    assert page.evaluate("document.activeElement.id") == "outcome"
    fields = ["name", "business_id", "services", "date.agreement_signed", "date.service_start", "role.project-manager"]
    assert [bool(wrong(page, field)) for field in fields] == [True] * 6
    links = page.locator(".problems a")
    assert links.count() == len(fields)
    for number, field in enumerate(fields):
        links.nth(number).focus()
        type_in(page, "Enter")
        assert page.evaluate("document.activeElement.closest('[data-field]').dataset.field") == field


def test_a_field_is_asked_only_of_whom_it_concerns(open_page: "Open") -> None:
    page = open_page(PAGE)
    payday = page.get_by_label("Ensimmäinen palkanmaksupäivä")
    signed = page.get_by_label("Toimeksiantosopimus allekirjoitettu")
    assert (payday.is_visible(), page.get_by_label("Palkanlaskija").is_visible()) == (False, False)
    page.get_by_label("Palkanlaskenta", exact=True).check()
    assert (payday.is_visible(), page.get_by_label("Palkanlaskija").is_visible()) == (True, True)
    manager = page.get_by_label("Projektipäällikkö")
    assert (signed.is_visible(), manager.get_attribute("aria-required")) == (False, "false")
    page.get_by_label("On, käyttöönotto alkaa").check()
    assert (signed.is_visible(), manager.get_attribute("aria-required")) == (True, "true")
    page.get_by_label("Y-tunnusta ei ole vielä").check()
    assert page.get_by_label("Miksi Y-tunnus puuttuu").is_visible()
    assert page.get_by_label("Y-tunnus", exact=True).is_hidden()


def test_an_id_of_ones_own_stays_when_the_name_changes(open_page: "Open") -> None:
    page = open_page(PAGE)
    name, own = page.get_by_label("Nimi", exact=True).first, page.get_by_label("Tunnus", exact=True)
    name.fill("Kuusipuun Saha Oy")
    assert own.input_value() == "kuusipuun-saha"
    own.fill("saha")
    name.fill("Kuusipuun Saha ja Höyläämö Oy")
    assert own.input_value() == "saha"


def test_a_second_contact_has_fields_of_its_own(open_page: "Open") -> None:
    page = open_page(PAGE)
    fill_in(page)
    page.get_by_role("group", name="Yhteyshenkilö 1").get_by_label("Nimi").fill("Sanna Saha")
    page.get_by_role("button", name="Lisää yhteyshenkilö").press("Enter")
    type_in(page, 'Matti "Masa" Saha', "Tab", "masa@")
    second = page.get_by_role("group", name="Yhteyshenkilö 2")
    second.get_by_label("Puhelin").focus()
    assert wrong(page, "contact.2.email").startswith("Tarkista sähköpostiosoite")
    second.get_by_label("Sähköposti").fill("masa@kuusipuu.example")
    text = page.locator(".outcome textarea").input_value()
    assert '  - {name: Sanna Saha}\n  - {name: Matti "Masa" Saha, email: masa@kuusipuu.example}\n' in text


def test_the_form_works_after_instant_navigation_to_it_and_back_again(open_page: "Open") -> None:
    page = open_page("clients/", instant=True)
    page.evaluate("window.same = true")
    for _ in range(2):
        page.get_by_role("link", name="Uusi asiakas").click()
        page.get_by_label("Nimi", exact=True).first.fill("Kuusipuun Saha Oy")
        page.get_by_label("Kirjanpito", exact=True).check()
        assert outcome(page).startswith("Valmis: clients/kuusipuun-saha.yaml, ")
        page.locator(".head").get_by_role("link", name="Asiakkaat").click()
        page.locator("#client-table").wait_for()
    assert page.evaluate("window.same")


def test_without_javascript_the_page_says_what_to_do_instead(open_page: "Open") -> None:
    page = open_page(PAGE, javascript=False)
    assert page.locator("form.entry").is_hidden()
    assert page.locator(".without-script").is_visible()
    link = page.get_by_role("link", name="Täytä sen sijaan versionhallinnan lomake")
    assert (link.get_attribute("href") or "").endswith("/issues/new?template=new-client.yml")
    assert page.get_by_text("aloitus new").is_visible()


def test_the_form_in_english_makes_a_file_with_english_titles(open_page: "Open") -> None:
    page = open_page(f"en/{PAGE}")
    page.get_by_label("Name", exact=True).first.fill("Spruce Sawmill Ltd")
    page.get_by_label("Bookkeeping").check()
    page.get_by_label("Client's language").select_option("English")
    assert outcome(page).startswith("Ready: clients/spruce-sawmill-ltd.yaml, ")
    text = page.locator(".outcome textarea").input_value()
    assert "language: en\n" in text
    assert "# Set up the client and the engagement in the ERP\n" in text


@pytest.mark.parametrize("state", ["mistakes", "file"])
def test_axe_finds_nothing_in_a_form_that_is_filled_in(state: str, open_page: "Open") -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = open_page(PAGE)
    if state == "file":
        fill_in(page)
    page.get_by_role("button", name="Tee asiakkaan tiedosto").click()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []


def test_a_filled_form_fits_a_phone(open_page: "Open") -> None:
    page = open_page(PAGE, width=390, height=844)
    fill_in(page)
    page.get_by_role("button", name="Tee asiakkaan tiedosto").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
