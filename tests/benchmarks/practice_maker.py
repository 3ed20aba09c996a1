"""Makes a practice of any size from the firm's real process: the same seed gives the same files, byte for byte."""

import argparse
import random
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from aloitus.loading.practice import load_firm, load_people, load_process
from aloitus.model.firm import Person
from aloitus.model.process import Process, Task

REPOSITORY = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
PROCESS = "client-onboarding"
SERVICES = ("bookkeeping", "payroll", "purchase-ledger", "sales-ledger")
TASKS = 60
"""About as many as a client with four services has."""

FIRST = ("Kuusi", "Honka", "Koski", "Lumi", "Saari", "Aalto", "Vuori", "Metsä", "Järvi", "Kallio", "Niemi", "Pelto")
SECOND = ("puun", "rannan", "mäen", "niityn", "salmen", "lahden", "harjun", "suon", "tunturin", "kiven")
THIRD = (
    "Saha",
    "Leipomo",
    "Rakennus",
    "Kuljetus",
    "Optiikka",
    "Konepaja",
    "Puutarha",
    "Autohuolto",
    "Kahvila",
    "Sähkö",
)


LOAD = 20
"""Clients that one person has at a time in a role: a firm grows with its clients."""
MOST = 150
"""People of one role: more would be too large a file to be read."""


class Practice:
    """What clients are made of: the real process, people enough, and one stream of chance."""

    def __init__(self, seed: int, clients: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 -- the same clients each time, no secrets
        firm = load_firm("templates/firm.yaml", _template("firm.yaml")).value
        assert firm is not None
        people = load_people("templates/people.yaml", _template("people.yaml")).value
        process = load_process(
            f"templates/processes/{PROCESS}.yaml", _template(f"processes/{PROCESS}.yaml"), firm.languages
        )
        assert people is not None
        assert process.value is not None
        self.process: Process = process.value
        here = [person for person in people.values() if person.left is None]
        self.hired = [
            Person(f"{role}-{number}", f"{SECOND[number % 10].title()} {THIRD[number % 9]}", (role,))
            for role in self.process.roles
            for number in range(min(clients // LOAD, MOST) - sum(role in person.roles for person in here))
        ]
        self.people: list[Person] = [*here, *self.hired]
        self.able = {role: [one.id for one in self.people if role in one.roles] for role in self.process.roles}
        self.business_ids = _business_ids()

    def client(self, number: int) -> tuple[str, str]:
        """The id and the file's text of one client in the middle of its onboarding."""
        pick = self.chance
        name = f"{pick.choice(FIRST)}{pick.choice(SECOND)} {pick.choice(THIRD)} {number} Oy"
        signed = TODAY - timedelta(days=pick.randrange(20, 120))
        start = signed + timedelta(days=pick.randrange(35, 70))
        team = self._team()
        leads = {team["project-manager"], team["accountant"]}
        lines = [
            f"name: {name}",
            f"business_id: {next(self.business_ids)}",
            f"process: {PROCESS}",
            "status: active",
            f"services: [{', '.join(SERVICES)}]",
            "facts: [data-transfer, vat-liable]",
            "dates:",
            f"  agreement_signed: {signed}",
            f"  service_start: {start}",
            *([f"  service_started: {start}"] if start <= TODAY else []),
            "team:",
            *(f"  {role}: {person}" for role, person in team.items()),
            "contacts:",
            f"  - {{name: Sanna {pick.choice(FIRST)}, email: sanna{number}@asiakas.example}}",
            "systems:",
            "  accounting: Netvisor",
            f'  erp_engagement: "{10000 + number}"',
            "",
            "tasks:",
            *self._tasks(signed, start, team),
            "meetings:",
            "  internal-kickoff:",
            "    status: held",
            f"    date: {signed + timedelta(days=8)}",
            f"    participants: [{', '.join(sorted(leads))}]",
            "    decisions: [Koulutus pidetään etänä]",
            "",
            "invoicing:",
            "  items:",
            "    onboarding-project: {work: Käyttöönottoprojekti, status: open}",
        ]
        return f"{_plain(name)}", "\n".join(lines) + "\n"

    def _team(self) -> dict[str, str]:
        return {role: self.chance.choice(people) for role, people in self.able.items() if people}

    def _tasks(self, signed: date, start: date, team: dict[str, str]) -> Iterator[str]:
        for task in self._applicable():
            by = team.get(task.role, team["project-manager"])
            yield f"  {task.id}:"
            yield from self._entry(task, signed, start, by)
            yield ""

    def _applicable(self) -> list[Task]:
        facts = ("data-transfer", "vat-liable")
        tasks = [task for task in self.process.tasks.values() if task.when.holds(SERVICES, facts)]
        return [task for task in tasks if task.fulfilled_by is None][:TASKS]

    def _entry(self, task: Task, signed: date, start: date, by: str) -> Iterator[str]:
        done = start <= TODAY and (task.at_start_gate or self.chance.random() < 0.6)
        if done or (task.due.start == "agreement_signed" and self.chance.random() < 0.7):
            yield "    status: done"
            yield f"    date: {min(start, TODAY, signed + timedelta(days=self.chance.randrange(1, 19)))}"
            yield f"    by: {by}"
            if task.evidence:
                yield f"    evidence: Merkintä {self.chance.randrange(1000, 9999)}"
        elif self.chance.random() < 0.1:
            yield "    status: waiting"
            yield "    reason: Asiakas toimittaa tiedot ensi viikolla"
            yield f"    follow_up: {TODAY + timedelta(days=self.chance.randrange(1, 15))}"
        else:
            yield "    status: open"


def make_practice(folder: Path, clients: int, seed: int = 1) -> Path:
    """A firm's whole repository in `folder`: its templates and wiki settings, and so many clients."""
    for part in ("templates", "site/guides", "site/assets", "site/overrides"):
        shutil.copytree(REPOSITORY / part, folder / part, dirs_exist_ok=True)
    for part in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(REPOSITORY / part, folder / part)
    (folder / "clients").mkdir(exist_ok=True)
    practice = Practice(seed, clients)
    with (folder / "templates" / "people.yaml").open("a", encoding="utf-8") as people:
        for person in practice.hired:
            people.write(f"{person.id}: {{name: {person.name}, roles: [{', '.join(person.roles)}]}}\n")
    for number in range(clients):
        name, text = practice.client(number)
        (folder / "clients" / f"{name}.yaml").write_text(text, "utf-8")
    return folder


def _template(name: str) -> bytes:
    return (REPOSITORY / "templates" / name).read_bytes()


def _business_ids() -> Iterator[str]:
    """Ids that begin with 9, which nobody has, with a right check digit."""
    for number in count(9_000_000):
        rest = sum(int(digit) * weight for digit, weight in zip(str(number), (7, 9, 10, 5, 8, 4, 2), strict=True)) % 11
        if rest != 1:
            yield f"{number}-{(11 - rest) % 11}"


def _plain(name: str) -> str:
    return name.lower().replace("ä", "a").replace("ö", "o").replace(" ", "-")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("clients", type=int)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    make_practice(chosen.folder, chosen.clients, chosen.seed)
