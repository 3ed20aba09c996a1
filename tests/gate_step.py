"""One client before and after a change, by hand: what the gate's rules of a step look at."""

from aloitus.gate.comparison import ClientStep, Comparison, Review, Side
from aloitus.model.client import Client
from aloitus.model.firm import Firm, Person
from aloitus.model.process import Process
from aloitus.model.tree import FileKind, TreeEntry
from builders import PEOPLE, a_process, day, finland

TODAY = day("2026-11-23")
FILE = "clients/kuusipuun-saha.yaml"
TEMPLATES = {"templates/firm.yaml": TreeEntry("templates/firm.yaml", FileKind.FILE, "1")}
FIRM = Firm("Esimerkkitilit Oy", retention_years=1)
LEFT = Person("olli-lahtenyt", "Olli Lähtenyt", ("accountant",), left=day("2026-11-13"))


def a_step(before: Client | None, after: Client, *processes: Process, first: bool = False) -> ClientStep:
    """A change in a practice of these processes; `first`: in the one that brings the practice itself."""
    known = {process.id: process for process in processes or (a_process(),)}
    people = PEOPLE | {LEFT.id: LEFT}
    base = Side(FIRM, people, known, {}, {} if first else TEMPLATES)
    head = Side(FIRM, people, known, {}, TEMPLATES)
    return ClientStep(before, after, Comparison(base, head, head, TODAY, Review(), finland()))
