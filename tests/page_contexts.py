"""What a page of one language is made from, by hand, around the process and the people of `builders`."""

from datetime import date
from typing import Any

from aloitus.i18n import wording
from aloitus.model.firm import Firm, Forge, ForgeKind
from aloitus.model.process import Process
from aloitus.pages.context import PageContext
from builders import PEOPLE

FORGE = Forge(ForgeKind.GITHUB, "https://forge.example/firm/clients", "main")


def a_context(language: str = "fi", today: str = "2026-05-19", *processes: Process, **fields: Any) -> PageContext:
    made: dict[str, Any] = {
        "wording": wording(language),
        "firm": Firm("Esimerkkitilit Oy", ("fi", "en")),
        "people": PEOPLE,
        "processes": {process.id: process for process in processes},
        "guides": {},
        "today": date.fromisoformat(today),
    }
    return PageContext(**made | fields)
