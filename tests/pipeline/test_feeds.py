"""Calendars as files of the wiki: with the repository's history in them, the same however they are made."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aloitus.pages.writer import Change
from aloitus.pipeline.opened import open_practice
from aloitus.pipeline.rendering import Rendering, is_in_shard, render
from git_history import clean_environment
from read_calendar import Read, by_id
from small_practice import CLIENT, tree, write_wiki_practice

TODAY = date(2026, 11, 23)
AGREED = 'meetings:\n  quick-review: {status: planned, date: 2027-04-06, time: "9:00"}\n'
MOVED = AGREED.replace("2027-04-06", "2027-04-08")
CANCELLED = "meetings:\n  quick-review: {status: cancelled, date: 2027-04-06, reason: Asiakas perui}\n"
REVIEW = "kuusipuu.meeting.quick-review"


def with_meeting(entry: str) -> str:
    assert "\nmeetings:" not in CLIENT
    return f"{CLIENT}{entry}"


@pytest.fixture
def practice(tmp_path: Path) -> Path:
    return write_wiki_practice(tmp_path / "firm")


def run(root: Path, today: date = TODAY, **options: object) -> Rendering:
    (root / ".aloitus").mkdir(exist_ok=True)
    return render(open_practice(root), today, **options)  # type: ignore[arg-type]


def feeds(root: Path) -> dict[str, bytes]:
    return {path: content for path, content in tree(root / "site" / "docs").items() if path.endswith(".ics")}


def read(root: Path, path: str = "fi/clients/kuusipuu/calendar.ics") -> dict[str, Read]:
    return by_id((root / "site" / "docs" / path).read_bytes().decode())


def undisturbed(root: Path, folder: Path, today: date = TODAY) -> dict[str, bytes]:
    """What a run in a fresh folder makes of the same files and the same history."""
    fresh = folder / "fresh"
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(root, fresh, ignore=shutil.ignore_patterns("docs", ".aloitus"))
    run(fresh, today)
    return feeds(fresh)


def git(root: Path, *arguments: str, when: str = "1795000000 +0200") -> None:
    environment = clean_environment() | {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    subprocess.run(["git", *arguments], cwd=root, env=environment, check=True, capture_output=True)


def commit(root: Path, entry: str | None = None, when: str = "1795000000 +0200") -> None:
    """All that stands in the folder, with another entry of the meeting in the client's file."""
    if not (root / ".git").exists():
        (root / ".gitignore").write_text("/site/docs\n/.aloitus\n", "utf-8")
        git(root, "init", "-q", "-b", "main")
    if entry is not None:
        (root / "clients/kuusipuu.yaml").write_text(with_meeting(entry), "utf-8")
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", "Change", when=when)


def test_the_firm_each_person_and_each_client_have_one_in_every_language(practice: Path) -> None:
    run(practice)
    paths = {
        "calendar.ics", "clients/honkalinna/calendar.ics", "clients/kuusipuu/calendar.ics",
        "people/eeva-kallio/calendar.ics", "people/liisa-laine/calendar.ics", "people/pekka-makinen/calendar.ics",
    }  # fmt: skip
    assert set(feeds(practice)) == {f"{language}/{path}" for language in ("fi", "en") for path in paths}


def test_they_are_written_by_difference_and_go_with_their_client(practice: Path) -> None:
    run(practice)
    assert run(practice).changes == {}
    (practice / "site/docs/fi/calendar.ics").write_text("BEGIN:VCALENDAR")
    assert run(practice).changes == {"fi/calendar.ics": Change.CHANGED}
    (practice / "clients/kuusipuu.yaml").unlink()
    changed = run(practice).changes
    assert changed["fi/clients/kuusipuu/calendar.ics"] is Change.REMOVED
    assert changed["en/calendar.ics"] is Change.CHANGED


@pytest.mark.parametrize(("before", "after"), [(AGREED, MOVED), ("", AGREED), (AGREED, CANCELLED)])
def test_a_meeting_that_changes_is_the_same_entry_with_a_greater_sequence_number(
    practice: Path, before: str, after: str
) -> None:
    """Though both commits are made in the same second."""
    commit(practice, before)
    run(practice)
    first = read(practice)[REVIEW]
    commit(practice, after)
    run(practice)
    second = read(practice)[REVIEW]
    assert second.uid == first.uid
    assert second.sequence > first.sequence > 0
    assert second.stamp > first.stamp
    for path in ("fi/calendar.ics", "en/calendar.ics", "fi/people/liisa-laine/calendar.ics"):
        assert read(practice, path)[REVIEW].sequence == second.sequence


def test_what_wasnt_touched_keeps_its_number(practice: Path) -> None:
    commit(practice, AGREED)
    run(practice)
    before = feeds(practice)
    commit(practice, MOVED, when="1795009999 +0200")
    run(practice)
    assert feeds(practice)["fi/clients/honkalinna/calendar.ics"] == before["fi/clients/honkalinna/calendar.ics"]


def test_the_process_and_the_people_change_every_entry_and_page_templates_none(practice: Path) -> None:
    commit(practice, AGREED)
    run(practice)
    first = read(practice)[REVIEW].sequence
    with (practice / "templates/pages/client.md.j2").open("a", encoding="utf-8") as template:
        template.write("\n")
    commit(practice, when="1795000500 +0200")
    run(practice)
    assert read(practice)[REVIEW].sequence == first
    people = practice / "templates/people.yaml"
    people.write_text(people.read_text("utf-8").replace("Liisa Laine", "Liisa Laine-Niemi"), "utf-8")
    commit(practice, when="1795001000 +0200")
    run(practice)
    assert read(practice)[REVIEW].sequence == first + 1000


def test_in_a_shallow_clone_a_moved_meeting_has_a_greater_number_too(practice: Path, tmp_path: Path) -> None:
    """As CI does it: each run has a clone of its own, of the last commit alone."""
    found = []
    for number, entry in enumerate((AGREED, MOVED)):
        commit(practice, entry, when=f"{1795000000 + number * 60} +0200")
        clone = tmp_path / f"clone-{number}"
        git(tmp_path, "clone", "-q", "--depth=1", f"file://{practice}", str(clone))
        run(clone)
        found.append(read(clone)[REVIEW])
    assert found[0].uid == found[1].uid
    assert found[1].sequence > found[0].sequence > 0


def test_a_clone_that_is_deepened_is_looked_at_again(practice: Path, tmp_path: Path) -> None:
    commit(practice, AGREED)
    commit(practice, when="1795000060 +0200")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{practice}", str(clone))
    run(clone)
    git(clone, "fetch", "-q", "--unshallow")
    run(clone)
    assert feeds(clone) == undisturbed(practice, tmp_path)


def test_without_history_the_sequence_number_is_none(practice: Path) -> None:
    (practice / "clients/kuusipuu.yaml").write_text(with_meeting(AGREED), "utf-8")
    run(practice)
    assert {one.sequence for one in read(practice).values()} == {0}


def test_another_time_zone_of_the_machine_changes_nothing(
    practice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(practice, AGREED)
    run(practice)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    try:
        assert undisturbed(practice, tmp_path) == feeds(practice)
    finally:
        monkeypatch.undo()
        time.tzset()


def test_however_many_processes_and_shards_make_them_they_are_the_same(practice: Path, tmp_path: Path) -> None:
    commit(practice, AGREED)
    whole = undisturbed(practice, tmp_path)
    run(practice, workers=3)
    assert feeds(practice) == whole
    shutil.rmtree(practice / "site/docs")
    shutil.rmtree(practice / ".aloitus")
    for part in (2, 1):
        run(practice, shard=(part, 2))
    assert feeds(practice) == whole


def test_a_shard_makes_the_calendars_of_its_clients(practice: Path) -> None:
    run(practice, shard=(2, 2))
    theirs = [client for client in ("honkalinna", "kuusipuu") if is_in_shard(client, (2, 2))]
    assert {path[3:] for path in feeds(practice)} == {f"clients/{client}/calendar.ics" for client in theirs}


def test_a_dry_run_remembers_nothing(practice: Path) -> None:
    commit(practice, AGREED)
    run(practice, dry=True)
    assert not (practice / ".aloitus" / "changes").exists()


def forget(root: Path) -> None:
    shutil.rmtree(root / ".aloitus", ignore_errors=True)


def garble(root: Path) -> None:
    remembered = root / ".aloitus" / "changes"
    if remembered.exists():
        remembered.write_bytes(remembered.read_bytes().replace(b"kuusi", b"huusi"))


def cut(root: Path) -> None:
    remembered = root / ".aloitus" / "changes"
    if remembered.exists():
        remembered.write_bytes(remembered.read_bytes()[:-9])


def edit(entry: str) -> Callable[[Path], object]:
    return lambda root: (root / "clients/kuusipuu.yaml").write_text(with_meeting(entry), "utf-8")


def step_back(root: Path) -> None:
    """As after a force-push: the branch no longer has its last commit."""
    if subprocess.run(["git", "rev-parse", "HEAD~1"], cwd=root, capture_output=True, check=False).returncode == 0:
        git(root, "reset", "-q", "--hard", "HEAD~1")


STEPS: list[Callable[[Path], object]] = [
    commit,
    lambda root: commit(root, AGREED, when="1795000100 +0200"),
    lambda root: commit(root, MOVED, when="1794000000 +0200"),
    edit(CANCELLED),
    step_back,
    forget,
    garble,
    cut,
]


@settings(max_examples=3, deadline=None)
@given(st.lists(st.sampled_from(STEPS), min_size=3, max_size=5))
def test_after_any_commits_and_harms_they_are_what_a_fresh_run_makes(
    tmp_path_factory: pytest.TempPathFactory, steps: list[Callable[[Path], object]]
) -> None:
    folder = tmp_path_factory.mktemp("history")
    root = write_wiki_practice(folder / "firm")
    commit(root, AGREED)
    for step in steps:
        step(root)
        run(root)
        assert feeds(root) == undisturbed(root, folder)
    shutil.rmtree(folder)


def test_the_wikis_address_is_that_of_its_settings(practice: Path) -> None:
    settings = practice / "mkdocs.yml"
    settings.write_text("site_name: Aloitus\nsite_url: https://wiki.example/kayttoonotot\n", "utf-8")
    (practice / "clients/kuusipuu.yaml").write_text(with_meeting(AGREED), "utf-8")
    run(practice)
    assert read(practice)[REVIEW].address == (
        "https://wiki.example/kayttoonotot/clients/kuusipuu/meetings/quick-review/"
    )
    english = read(practice, "en/clients/kuusipuu/calendar.ics")[REVIEW]
    assert english.address == "https://wiki.example/kayttoonotot/en/clients/kuusipuu/meetings/quick-review/"
    settings.write_text("site_name: Aloitus\n", "utf-8")
    run(practice)
    assert read(practice)[REVIEW].address == ""


def test_the_clock_is_never_asked(practice: Path, tmp_path: Path) -> None:
    run(practice)
    before = feeds(practice)
    os.utime(practice / "clients/kuusipuu.yaml")
    assert undisturbed(practice, tmp_path) == before
