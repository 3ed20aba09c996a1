"""Whoever types what the closing's page says to type, one thing after another, closes the onboarding."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from aloitus.pipeline.client_file import ClientReader
from aloitus.pipeline.editions import client_pages, editions
from aloitus.pipeline.opened import open_practice
from aloitus.pipeline.page_sources import PageSources, page_sources
from firm import FirmOnDisk
from wiki_site import PAGE_TEMPLATES, SMALL

TODAY = date(2026, 12, 10)
COMMAND = re.compile(r"^    - \*Kirjaa:\* `aloitus (.+)`$", re.MULTILINE)
PLACES = {
    '--evidence "…"': "--evidence Nähty",
    '--reason "…"': "--reason Sovittu",
    '--work "…"': "--work Käyttöönottoprojekti",
    "--participant … --participant …": "--participant liisa-laine --participant matti-makinen",
    "--minutes …": "--minutes https://intra.example/1",
    "--number …": "--number 20399",
    "--approved-by …": "--approved-by eeva-esihenkilo",
}
MANY = """\
extra_tasks:
  archive: {title: Hae arkisto, role: support-services, due: 2026-12-01}
meetings:
  internal-kickoff:
    {status: held, date: 2026-06-08, participants: [liisa-laine], decisions: [Sovittu], actions: {
      call: {title: Soita pankkiin, assignee: liisa-laine, due: 2026-06-10}}}
  quick-review: {status: held, date: 2026-12-02, participants: [liisa-laine]}
invoicing:
  items:
    training: {work: Koulutus, status: written-off, reason: Sisältyy}
"""


def commands(firm: FirmOnDisk, client: str) -> list[str]:
    """What the page tells to type first under each thing, in its order."""
    practice = open_practice(firm.root)
    read = page_sources(practice, practice.firm.languages)
    wikis = editions(practice, PageSources(PAGE_TEMPLATES, read.guides, {}), TODAY)
    file = ClientReader(practice, TODAY).read(practice.clients[client])
    return COMMAND.findall(dict(client_pages(file, tuple(wikis.values())))[f"fi/clients/{client}/closure.md"])


def filled(command: str) -> list[str]:
    started = "2026-08-03" if command.startswith("start-service") else TODAY.isoformat()
    for place, words in {**PLACES, "--date …": f"--date {started}"}.items():
        command = command.replace(place, words)
    assert "…" not in command
    return command.split()


@pytest.mark.parametrize("client", ["pajula", "moni"])
def test_typing_what_the_page_says_closes_the_client(client: str, tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "firm")
    firm = FirmOnDisk(tmp_path / "firm")
    pajula = firm.text("pajula")
    started = "  service_started: 2026-08-03\n"
    assert started in pajula
    firm.write("moni", pajula.partition("meetings:")[0].replace(started, "").replace("9000013-4", "9000015-0") + MANY)
    typed: list[str] = []
    while (found := commands(firm, client)) and len(typed) < 20:
        answer = firm.run(*filled(found[0]), "--by", "liisa-laine", "--today", TODAY.isoformat(), "--lang", "en")
        assert answer.code == 0, (found[0], answer)
        typed.append(found[0])
    assert typed[-1] == f"close {client}"
    assert "status: closed" in firm.text(client)
    assert len(typed) == {"pajula": 3, "moni": 9}[client]
