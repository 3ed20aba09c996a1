"""All that a project manager does in five months, command by command: the gate lets each change through.

Every command is a commit on a real repository, and a change of its own for the gate, opened by its author.
"""

import io
import shutil
import subprocess
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import yaml

from aloitus.command_line.run import run
from firm import REPOSITORY, firm_on_disk
from gate_check import check
from git_history import clean_environment

CLIENT = "kuusipuun-saha"
MIKKO, AINO = ("mikko-lahtinen", "mlahtinen"), ("aino-virtanen", "avirtanen")
REASON = ("--reason", "Sovittu asiakkaan kanssa")
APPROVED = (*REASON, "--approved-by", "outi-peltola")
HIS = ("--assignee", "mikko-lahtinen", "--due", "2026-05-04")
UNSIGNED = ("new", "sync")
"""Commands that record nothing of a person's."""


@dataclass
class Firm:
    root: Path
    stopped: list[str]

    def begin(self) -> None:
        firm_on_disk(self.root)
        shutil.copy(REPOSITORY / ".gitignore", self.root)
        self.git("2026-01-01", "init", "-q", "-b", "main")
        self.commit("2026-01-01", "start")

    def git(self, day: str, *words: str) -> str:
        when = int(datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC).timestamp()) + 12 * 3600
        environment = clean_environment() | {"GIT_COMMITTER_DATE": f"{when} +0000"}
        done = subprocess.run(
            ["git", *words], cwd=self.root, env=environment, check=True, capture_output=True, text=True
        )
        return done.stdout

    def commit(self, day: str, message: str) -> None:
        self.git(day, "add", "-A")
        self.git(day, "commit", "-qm", message)

    def does(self, day: str, *words: str, who: tuple[str, str] = MIKKO) -> None:
        """Gives the command, commits what it wrote, and lets the gate judge it."""
        person, handle = who
        signed = () if words[0] in UNSIGNED else ("--by", person)
        said = io.StringIO()
        with redirect_stdout(said), redirect_stderr(said):
            code = run(["-C", str(self.root), "--lang", "en", *words, *signed, "--today", day])
        assert code == 0, f"{words}: {said.getvalue()}"
        self.commit(day, " ".join(words))
        approver = "OPeltola" if "--approved-by" in words else ""
        told = check(self.root, "HEAD~1", "HEAD", day, ("--actor", handle, "--approved-by", approver))
        errors = [
            f"{one['code']} {one['path']} {one['message']}" for one in told.findings if one["severity"] == "error"
        ]
        self.stopped += [
            f"{day} {words[:3]}: {told.exit} {told.refusal} {error}" for error in errors or [""] if told.exit
        ]

    def open_tasks(self, **wanted: Any) -> list[str]:
        """Tasks of the process that apply and aren't final, where the process says what is `wanted` of them."""
        process = yaml.safe_load((self.root / "templates/processes/client-onboarding.yaml").read_text("utf-8"))
        client = yaml.safe_load((self.root / f"clients/{CLIENT}.yaml").read_text("utf-8"))
        final = {name for name, entry in client["tasks"].items() if entry["status"] in ("done", "not-applicable")}
        return [
            name
            for name, task in process["tasks"].items()
            if name not in final
            and "fulfilled_by" not in task
            and all(task.get(key) == value for key, value in wanted.items())
            and (not (services := task.get("when", {}).get("services")) or set(services) & set(client["services"]))
            and set(task.get("when", {}).get("facts", ())) <= set(client.get("facts", ()))
        ]


def test_every_honest_step_passes_and_the_audit_finds_nothing(tmp_path: Path) -> None:
    firm = Firm(tmp_path, [])
    firm.begin()
    firm.does(
        "2026-04-20", "new", "--name", "Kuusipuun Saha Oy", "--business-id", "9000012-6", "--planned",
        "--service", "bookkeeping", "--service", "payroll", "--signed", "2026-04-20", "--start", "2026-06-01",
        "--project-manager", "mikko-lahtinen", "--contact", "Sanna Saha <sanna@kuusipuu.example>",
    )  # fmt: skip
    firm.does("2026-04-20", "activate", CLIENT)
    firm.does("2026-04-22", "done", CLIENT, "report-new-client", "open-engagement", "--evidence", "Toimeksianto 10482")
    firm.does("2026-04-23", "wait", CLIENT, "agree-bank-authorisations", *REASON, "--follow-up", "2026-05-04")
    firm.does("2026-04-24", "meet", CLIENT, "internal-kickoff", "--date", "2026-04-27", "--time", "9:00")
    firm.does("2026-04-27", "meet", CLIENT, "internal-kickoff", "--held", "--minutes", "https://intra.example/1")
    firm.does("2026-04-28", "decide", CLIENT, "internal-kickoff", "Koulutus pidetään etänä")
    firm.does("2026-04-28", "act", CLIENT, "internal-kickoff", "Varaa koulutus", *HIS)
    firm.does("2026-05-03", "done", CLIENT, "varaa-koulutus")
    firm.does("2026-05-05", "move-date", CLIENT, "software_training", "--to", "2026-05-20")
    firm.does("2026-05-05", "move-date", CLIENT, "software_training", "--to", "2026-05-28", *REASON)
    firm.does("2026-05-06", "move-date", CLIENT, "service_start", "--to", "2026-06-08", *REASON)
    firm.does("2026-05-06", "move-date", CLIENT, "service_start", "--to", "2026-06-04", *APPROVED)
    firm.does("2026-05-06", "add-fact", CLIENT, "data-transfer", *REASON)
    firm.does("2026-05-07", "add-service", CLIENT, "purchase-ledger", *REASON)
    firm.does("2026-05-08", "staff", CLIENT, "purchase-ledger-clerk", "noora-heikkinen")
    firm.does("2026-05-09", "remove-service", CLIENT, "purchase-ledger", *APPROVED)
    firm.does("2026-05-09", "staff", CLIENT, "project-manager", "mikko-lahtinen", "aino-virtanen")
    firm.does("2026-05-10", "assign", CLIENT, "agree-chart-of-accounts", "--to", "antti-vesala")
    firm.does("2026-05-10", "move-due", CLIENT, "agree-chart-of-accounts", "--to", "2026-05-20", *REASON)
    firm.does("2026-05-11", "block", CLIENT, "check-tax-data", *REASON)
    firm.does("2026-05-12", "start", CLIENT, "check-tax-data")
    firm.does("2026-05-12", "meet", CLIENT, "service-production-kickoff", "--held", "--date", "2026-05-11")
    firm.does("2026-06-03", "done", CLIENT, *firm.open_tasks(gate="start"), "--evidence", "Tarkistettu ja arkistoitu")
    firm.does("2026-06-04", "start-service", CLIENT)
    firm.does("2026-06-10", "open", CLIENT, "open-engagement")
    firm.does("2026-06-10", "done", CLIENT, "open-engagement", "--evidence", "Toimeksianto 10483")
    firm.does("2026-06-15", "waive", CLIENT, "train-client-on-software", *APPROVED)
    firm.does("2026-06-30", "invoice", CLIENT, "project", "--number", "20377", "--work", "Käyttöönottoprojekti")
    firm.does("2026-07-01", "write-off", CLIENT, "training", "--work", "Koulutus 3 h", *APPROVED)
    firm.does("2026-10-01", "done", CLIENT, *firm.open_tasks(), "--evidence", "Tehty ja arkistoitu")
    firm.does(
        "2026-10-09",
        "meet",
        CLIENT,
        "quick-review",
        "--held",
        "--date",
        "2026-10-08",
        "--minutes",
        "https://intra.example/3",
    )
    firm.does("2026-10-12", "uninvoiced", CLIENT, "--rows", "2")
    firm.does("2026-10-13", "uninvoiced", CLIENT, "--rows", "0")
    firm.does("2026-10-13", "close", CLIENT)
    firm.does("2026-11-02", "reopen", CLIENT, *APPROVED)
    firm.does("2026-11-03", "invoice", CLIENT, "more", "--number", "20499", "--work", "Jälkityö")
    firm.does("2026-11-03", "uninvoiced", CLIENT, "--rows", "0")
    firm.does("2026-11-03", "close", CLIENT, who=AINO)
    assert firm.stopped == []
    out = io.StringIO()
    with redirect_stdout(out):
        code = run(["-C", str(tmp_path), "--lang", "en", "audit"])
    assert code == 0, out.getvalue()
