"""A file with more mistakes than are told: none of them may pass for one that stood before."""

from pathlib import Path

from aloitus.findings import Severity
from aloitus.pipeline.finding_kinds import finding_kinds
from aloitus.rules.enough import MOST_OF_A_KIND
from gate_cases import TODAY, closed, practice, with_edits
from gate_check import check
from git_history import Commit, make_history

TOLD = Path(__file__).parent / "golden" / "cases"
GAMMA, ACME = "clients/gamma.yaml", "clients/acme.yaml"
OLD = "  - {kind: late-review, date: 2026-07-01, by: liisa-laine, approved_by: olli-lahtenyt}\n"
REOPENED = "  - {kind: reopened, date: 2026-11-20, by: liisa-laine, approved_by: eeva-esihenkilo}\n"


def test_a_reopening_without_a_reason_does_not_hide_behind_old_entries_without_one(tmp_path: Path) -> None:
    base = with_edits(practice(), {GAMMA: [{"append": "changes:\n" + OLD * MOST_OF_A_KIND}]})
    opened = {GAMMA: [{"find": "status: closed", "put": "status: active"}, {"append": REOPENED}]}
    make_history(tmp_path, [Commit("main", base), Commit("change", with_edits(base, opened), ["main"])])
    told = check(tmp_path, "main", "change", TODAY, ("--actor", "liisalaine", "--approved-by", "eevae"))
    assert told.exit == 1
    assert "VAL230" in {one["code"] for one in told.findings if one["severity"] == "error"}


def test_a_closing_is_told_of_the_first_hundred_open_tasks_and_of_all_else(tmp_path: Path) -> None:
    open_tasks = "".join(f"  more-{number}: {{title: Lisää, role: support-services}}\n" for number in range(300))
    edits = {
        ACME: [{"find": "extra_tasks:\n", "put": "extra_tasks:\n" + open_tasks}, {"find": "rows: 0", "put": "rows: 2"}]
    }
    head = with_edits(closed(practice()), edits)
    make_history(tmp_path, [Commit("main", practice()), Commit("change", head, ["main"])])
    told = check(tmp_path, "main", "change", TODAY, ("--actor", "liisalaine"))
    codes = [one["code"] for one in told.findings if one["severity"] == "error"]
    assert codes.count("CLO301") == MOST_OF_A_KIND
    assert "CLO308" in codes
    assert told.summary
    assert told.summary["errors"] == len(codes)


def test_no_rule_tells_of_anything_graver_than_its_kind() -> None:
    """`enough` stops asking a rule by this."""
    kinds = finding_kinds()
    told = [line.split(" ", 2)[:2] for file in TOLD.glob("*.txt") for line in file.read_text("utf-8").splitlines()]
    graver = {code for severity, code in told if severity == "error" and kinds[code].severity < Severity.ERROR}
    assert ["error", "CLO301"] in told
    assert graver == set()
