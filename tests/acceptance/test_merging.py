"""People who record different tasks of one client on branches of their own never meet a merge conflict."""

import itertools
import random
import subprocess
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from aloitus.editing.apply import apply
from aloitus.editing.document import read_document
from aloitus.model.client import Status
from aloitus.pipeline.client_file import ClientReader
from aloitus.pipeline.opened import open_practice
from aloitus.recording.desk import Desk, Record
from aloitus.recording.layout import ClientLayout
from aloitus.recording.tasks import assign, mark_done, mark_halted, mark_started, move_due, waive
from firm import TODAY, FirmOnDisk, firm_on_disk, new_client

PATH = "clients/kuusipuun-saha.yaml"
DAY = date.fromisoformat(TODAY)
EVERYTHING = ("bookkeeping", "payroll", "purchase-ledger", "sales-ledger", "payments")
FACTS = (
    "data-transfer", "vat-liable", "high-risk", "joint-signature", "mid-year-payroll", "working-time-system",
    "consumer-invoicing",
)  # fmt: skip
VERBS: tuple[Callable[[Desk, str], Record], ...] = (
    lambda desk, task: mark_done(desk, [task], "Kirjattu 23.11.", "Sovittu puhelimessa"),
    lambda desk, task: mark_halted(desk, [task], Status.WAITING, "Odottaa asiakasta", date(2026, 11, 30)),
    lambda desk, task: waive(desk, [task], "Ei koske asiakasta", "outi-peltola"),
    lambda desk, task: mark_started(desk, [task]),
    lambda desk, task: move_due(desk, task, date(2026, 12, 1), "Asiakkaan loma"),
    lambda desk, task: assign(desk, [task], "emma-saarela"),
)


@pytest.fixture(scope="module")
def firm(tmp_path_factory: pytest.TempPathFactory) -> FirmOnDisk:
    """A repository whose only client bought everything there is."""
    firm = firm_on_disk(tmp_path_factory.mktemp("firm"))
    assert new_client(firm, *(word for fact in FACTS for word in ("--fact", fact)), services=EVERYTHING).code == 0
    git(firm, "init", "-q", "-b", "main")
    git(firm, "add", "clients", "templates")
    git(firm, "commit", "-q", "-m", "Client")
    return firm


def git(firm: FirmOnDisk, *words: str, stdin: str = "") -> str:
    who = ("-c", "user.name=Aino", "-c", "user.email=aino@example.org", "-c", "core.autocrlf=false")
    done = subprocess.run(
        ["git", *who, *words], cwd=firm.root, capture_output=True, input=stdin, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def recorded(firm: FirmOnDisk, *, verbs: int) -> Mapping[str, str]:
    """The file after each of its tasks was recorded in it by a verb, by the task's id."""
    practice = open_practice(firm.root)
    data = practice.files[PATH]
    plan = ClientReader(practice, DAY).decode(PATH, data).plan
    assert plan is not None
    desk = Desk(plan, practice.people, DAY, "aino-virtanen")
    layout = ClientLayout(plan.process, "fi")
    document = read_document(PATH, data)
    return {
        task: apply(document, VERBS[number % verbs](desk, task).edits, layout).text
        for number, task in enumerate(plan.client.tasks)
    }


def commits(firm: FirmOnDisk, files: Mapping[str, str]) -> Mapping[str, str]:
    """A commit on the main branch for each of the files."""
    base = git(firm, "rev-parse", "main").strip()
    stream = ["blob\nmark :1\ndata 0\n\n"]
    for number, text in enumerate(files.values(), 2):
        size = len(text.encode())
        head = f"commit refs/heads/one\nmark :{number}\ncommitter A <a@example.org> 1700000000 +0000\ndata 1\nx\n"
        stream.append(f"{head}from {base}\nM 100644 inline {PATH}\ndata {size}\n{text}\n")
    marks = firm.root / ".git/marks"
    git(firm, "fast-import", "--quiet", "--force", f"--export-marks={marks}", stdin="".join(stream))
    by_mark = dict(line.split(" ") for line in marks.read_text("utf-8").splitlines())
    return {task: by_mark[f":{number}"] for number, task in enumerate(files, 2)}


@pytest.mark.parametrize("verbs", [1, len(VERBS)])
def test_no_pair_of_tasks_conflicts(firm: FirmOnDisk, verbs: int) -> None:
    heads = commits(firm, recorded(firm, verbs=verbs))
    pairs = list(itertools.combinations(heads.values(), 2))
    assert len(pairs) > 2000
    answers = git(firm, "merge-tree", "--write-tree", "--stdin", "--name-only", "--no-messages",
                  stdin="".join(f"{one} {other}\n" for one, other in pairs))  # fmt: skip
    states = [answer[:1] for answer in answers.split("\0") if answer[:2] in ("0\0", "1\0") or answer in ("0", "1")]
    assert states == ["1"] * len(pairs)  # 1: merged cleanly


def test_eight_people_merge_their_tasks_in_any_order(firm: FirmOnDisk) -> None:
    chance = random.Random(8)  # noqa: S311 -- which tasks and orders is of no consequence
    tasks = chance.sample(sorted(recorded(firm, verbs=1)), 40)
    for number in range(8):
        git(firm, "switch", "-q", "-C", f"person-{number}", "main")
        answer = firm.run("done", "kuusipuun-saha", *tasks[number::8], "--by", "aino-virtanen", "--today", TODAY)
        assert answer.code == 0, answer.err
        git(firm, "commit", "-q", "-am", "Record")
    for _ in range(4):
        git(firm, "switch", "-q", "-C", "merged", "main")
        for number in chance.sample(range(8), 8):
            git(firm, "merge", "-q", "--no-edit", f"person-{number}")
        assert firm.text("kuusipuun-saha").count("status: done") == 40
    assert firm.run("check", "--today", TODAY).code == 0
    git(firm, "switch", "-q", "main")


def test_two_who_record_the_same_task_conflict_in_its_block_alone(firm: FirmOnDisk, tmp_path: Path) -> None:
    base = firm.text("kuusipuun-saha")
    one, other = recorded(firm, verbs=1), recorded(firm, verbs=2)
    for task in [task for task in one if one[task] != other[task]]:
        for name, text in (("base", base), ("one", one[task]), ("other", other[task])):
            (tmp_path / name).write_bytes(text.encode())
        merged = subprocess.run(
            ["git", "merge-file", "-p", "one", "base", "other"], cwd=tmp_path, capture_output=True, check=False
        )
        text = merged.stdout.decode()
        assert text.count("<<<<<<<") == 1
        outside = text[: text.index("<<<<<<<")] + text[text.index(">>>>>>> other\n") + len(">>>>>>> other\n") :]
        assert outside.splitlines() == [*_without_entry(base, task)]


def _without_entry(text: str, task: str) -> list[str]:
    """The file's lines but those below the task's key."""
    lines = text.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith(f"  {task}:"))
    return lines[: at + 1] + lines[at + 2 :]
