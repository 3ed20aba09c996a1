"""A firm with one small process and two clients, written into a folder: what tests of commands start from."""

from collections.abc import Mapping
from pathlib import Path

FIRM = """\
name: Esimerkkitilit Oy
languages: [fi, en]
country: FI
timezone: Europe/Helsinki
as_of: 2026-11-23
"""

PEOPLE = """\
liisa-laine: {name: Liisa Laine, email: liisa@esimerkkitilit.example, roles: [project-manager], handle: liisalaine}
pekka-makinen: {name: Pekka Mäkinen, email: pekka@esimerkkitilit.example, roles: [accountant], handle: pekkam}
eeva-kallio: {name: Eeva Kallio, email: eeva@esimerkkitilit.example, roles: [supervisor], handle: eevak}
"""

PROCESS = """\
title: {fi: Uuden asiakkaan käyttöönotto, en: New client onboarding}
dates:
  agreement_signed: {title: {fi: Sopimus allekirjoitettu, en: Agreement signed}}
  service_start: {title: {fi: Palvelutuotanto alkaa, en: Production starts}}
services:
  bookkeeping: {title: {fi: Kirjanpito, en: Bookkeeping}, lead: accountant}
phases:
  start: {title: {fi: Aloitus, en: Start}}
roles:
  project-manager:
    title: {fi: Projektipäällikkö, en: Project manager}
    responsibility: {fi: Vastaa kokonaisuudesta, en: Answers for the whole}
  accountant:
    title: {fi: Kirjanpitäjä, en: Accountant}
    responsibility: {fi: Hoitaa kirjanpidon, en: Does the books}
tasks:
  contact-client:
    title: {fi: Ota yhteyttä asiakkaaseen, en: Contact the client}
    phase: start
    role: project-manager
    due: agreement_signed + 2 workdays
    steps: [{fi: Soita asiakkaalle, en: Call the client}]
  open-accounting-system:
    title: {fi: Avaa kirjanpitojärjestelmä, en: Open the accounting system}
    phase: start
    role: accountant
    due: service_start - 5 workdays
    after: [contact-client]
    gate: start
  transfer-balances:
    title: {fi: Siirrä saldot, en: Transfer the balances}
    phase: start
    role: accountant
    due: service_start + 10 workdays
  hold-quick-review:
    title: {fi: Pidä pikapalaveri, en: Hold the quick review}
    phase: start
    role: project-manager
    due: service_start + 4 months
    waivable: false
    fulfilled_by: meetings.quick-review
meetings:
  quick-review:
    title: {fi: Käyttöönoton pikapalaveri, en: Onboarding quick review}
    due: service_start + 4 months
    window: {earliest: service_start + 3 months, latest: service_start + 7 months}
    duration: 30
    chair: project-manager
    participants: team
    agenda:
      - {title: {fi: Kesken olevat tehtävät, en: Open tasks}, duration: 15, shows: open-tasks}
      - {title: {fi: Laskutus, en: Invoicing}, duration: 15, shows: invoicing}
gates:
  start: {title: {fi: Aloitusportti, en: Start gate}, day: service_start}
  closure:
    criteria: [all-tasks-final, {meeting-held: quick-review}, work-invoiced, closed-in-erp]
approvals:
  waiver: [supervisor]
  write-off: [supervisor]
  date-moved: [supervisor]
  service-removed: [supervisor]
  fact-removed: [supervisor]
  late-review: [supervisor]
  reopened: [supervisor]
  cancelled: [supervisor]
  imported: [supervisor]
  purged: [supervisor]
  policy: [supervisor]
"""

CLIENT = """\
name: Kuusipuun Saha Oy
business_id: 9000012-6
process: client-onboarding
status: active
services: [bookkeeping]
dates:
  agreement_signed: 2026-11-02
  service_start: 2026-12-01
team:
  project-manager: liisa-laine
  accountant: pekka-makinen

tasks:
  contact-client:
    status: done
    date: 2026-11-03
    by: liisa-laine

  open-accounting-system:
    status: waiting
    reason: Asiakas valitsee ohjelman
    follow_up: 2026-11-25
"""

OTHER = """\
name: Honkalinna Oy
business_id: 9000013-4
process: client-onboarding
status: planned
services: [bookkeeping]
team:
  project-manager: liisa-laine
"""

FILES = {
    "templates/firm.yaml": FIRM,
    "templates/people.yaml": PEOPLE,
    "templates/processes/client-onboarding.yaml": PROCESS,
    "clients/kuusipuu.yaml": CLIENT,
    "clients/honkalinna.yaml": OTHER,
}


def write_practice(folder: Path, changed: Mapping[str, str | None] | None = None) -> Path:
    """Writes the practice into `folder`; `changed` gives other texts by path, None for a file that isn't there."""
    for path, text in {**FILES, **(changed or {})}.items():
        if text is not None:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8")
    return folder


ROOT = Path(__file__).parents[1]
GUIDES = {
    "site/guides/fi/index.md": "# Ohjeet\n",
    "site/guides/en/index.md": "# Guides\n",
    "site/guides/fi/balances.md": "# Saldot\n\nSiirrä saldot.\n",
    "site/guides/en/balances.md": "# Balances\n\nTransfer the balances.\n",
    "site/assets/css/own.css": "body { color: black }\n",
}


def write_wiki_practice(folder: Path, changed: Mapping[str, str | None] | None = None) -> Path:
    """The practice with what a wiki needs besides: the real page templates, and guides and assets of its own."""
    pages = {
        f"templates/pages/{path.name}": path.read_text("utf-8") for path in (ROOT / "templates/pages").glob("*.j2")
    }
    return write_practice(folder, {**pages, **GUIDES, **(changed or {})})


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below the folder by its path from there; hidden ones are the program's own."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    named = {path.relative_to(folder).as_posix(): path for path in files}
    return {name: path.read_bytes() for name, path in named.items() if not any(p[0] == "." for p in name.split("/"))}


def bare_wiki_settings() -> dict[str, str]:
    """Settings of a wiki without a theme worth the name: quick to build, strict all the same."""
    extensions = "markdown_extensions: [attr_list, md_in_html, tables, def_list, admonition, toc]\n"
    theme = "theme: {name: null, custom_dir: theme}\nplugins: []\n"
    return {
        "mkdocs.yml": f"site_name: Testi\ndocs_dir: site/docs/fi\nsite_dir: site/public\n{theme}{extensions}",
        "mkdocs.en.yml": "INHERIT: mkdocs.yml\ndocs_dir: site/docs/en\nsite_dir: site/public/en\n",
        "theme/main.html": "<title>{{ page.title }}</title>\n<body>{{ page.content }}</body>\n",
    }
