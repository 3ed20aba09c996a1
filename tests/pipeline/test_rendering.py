import json
import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aloitus.errors import UserError
from aloitus.pages.writer import Change
from aloitus.pipeline import render_cache
from aloitus.pipeline.opened import open_practice
from aloitus.pipeline.rendering import Rendering, is_in_shard, render
from small_practice import CLIENT, OTHER, tree, write_wiki_practice

TODAY = date(2026, 11, 23)
EDITED = CLIENT.replace("status: waiting", "status: blocked")


@pytest.fixture
def practice(tmp_path: Path) -> Path:
    return write_wiki_practice(tmp_path / "firm")


def run(root: Path, today: date = TODAY, **options: object) -> Rendering:
    (root / ".aloitus").mkdir(exist_ok=True)
    return render(open_practice(root), today, **options)  # type: ignore[arg-type]


def docs(root: Path) -> dict[str, bytes]:
    return tree(root / "site" / "docs")


def undisturbed(root: Path, folder: Path, today: date = TODAY, **options: object) -> dict[str, bytes]:
    """What a run in a fresh folder makes of the same files."""
    fresh = folder / "fresh"
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(root, fresh, ignore=shutil.ignore_patterns("docs", ".aloitus"))
    run(fresh, today, **options)
    return docs(fresh)


def test_every_language_has_the_same_pages_and_its_own_guides(practice: Path) -> None:
    done = run(practice)
    paths = docs(practice)
    assert {path[3:] for path in paths if path[:3] == "fi/"} == {path[3:] for path in paths if path[:3] == "en/"}
    assert "fi/clients/kuusipuu/accountant.md" in paths
    assert paths["en/guides/balances.md"] == b"# Balances\n\nTransfer the balances.\n"
    assert paths["fi/assets/css/own.css"] == b"body { color: black }\n"
    assert set(done.changes) == set(paths)
    assert set(done.changes.values()) == {Change.NEW}
    assert done.clients == 2


def test_a_second_run_touches_nothing(practice: Path) -> None:
    run(practice)
    before = {path: path.stat().st_mtime_ns for path in (practice / "site").rglob("*")}
    assert run(practice).changes == {}
    assert {path: path.stat().st_mtime_ns for path in (practice / "site").rglob("*")} == before


def test_an_edit_touches_the_pages_that_show_it(practice: Path, tmp_path: Path) -> None:
    run(practice)
    (practice / "clients/kuusipuu.yaml").write_text(EDITED, "utf-8")
    changed = run(practice).changes
    assert set(changed.values()) == {Change.CHANGED}
    assert "fi/clients/kuusipuu/accountant.md" in changed
    assert "fi/index.md" in changed
    assert not any("honkalinna" in path or "process" in path for path in changed)
    assert docs(practice) == undisturbed(practice, tmp_path)


def test_the_pages_of_a_client_that_went_go_too_and_foreign_files_stay(practice: Path, tmp_path: Path) -> None:
    run(practice)
    (practice / "site/docs/fi/clients/honkalinna/own-notes.md").write_text("Omia")
    (practice / "clients/honkalinna.yaml").unlink()
    changed = run(practice).changes
    assert changed["fi/clients/honkalinna/index.md"] is Change.REMOVED
    left = docs(practice)
    assert left.pop("fi/clients/honkalinna/own-notes.md") == b"Omia"
    assert left == undisturbed(practice, tmp_path)


def test_another_day_shows_another_situation(practice: Path, tmp_path: Path) -> None:
    run(practice)
    run(practice, date(2026, 12, 24))
    assert docs(practice) == undisturbed(practice, tmp_path, date(2026, 12, 24))


def test_a_page_that_was_edited_by_hand_is_set_right(practice: Path, tmp_path: Path) -> None:
    run(practice)
    page = practice / "site/docs/fi/clients/kuusipuu/index.md"
    page.write_bytes(page.read_bytes().replace(b"Kuusipuun", b"Kuusipuum"))
    assert run(practice).changes == {"fi/clients/kuusipuu/index.md": Change.CHANGED}
    assert docs(practice) == undisturbed(practice, tmp_path)


def test_a_page_that_was_deleted_comes_back(practice: Path, tmp_path: Path) -> None:
    run(practice)
    (practice / "site/docs/fi/people/liisa-laine/index.md").unlink()
    assert run(practice).changes == {"fi/people/liisa-laine/index.md": Change.NEW}
    assert docs(practice) == undisturbed(practice, tmp_path)


def cache_of(root: Path) -> Path:
    return root / ".aloitus" / "render-cache"


def delete(cache: Path) -> None:
    cache.unlink()


def truncate(cache: Path) -> None:
    cache.write_bytes(cache.read_bytes()[: cache.stat().st_size // 2])


def garble(cache: Path) -> None:
    cache.write_bytes(cache.read_bytes().replace(b"Kuusi", b"Huusi"))


def fill_with_rubbish(cache: Path) -> None:
    cache.write_bytes(bytes(range(256)) * 50)


def pretend_another_format(cache: Path) -> None:
    cache.write_bytes(b"render 999\n" + cache.read_bytes().partition(b"\n")[2].replace(b"kuusi", b"huusi"))


def make_a_folder_of_it(cache: Path) -> None:
    cache.unlink()
    cache.mkdir()


@pytest.mark.parametrize(
    "harm", [delete, truncate, garble, fill_with_rubbish, pretend_another_format, make_a_folder_of_it]
)
def test_without_a_cache_or_with_a_harmed_one_the_pages_are_the_same(
    practice: Path, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    run(practice)
    harm(cache_of(practice))
    assert run(practice).changes == {}
    (practice / "clients/kuusipuu.yaml").write_text(EDITED, "utf-8")
    run(practice)
    assert docs(practice) == undisturbed(practice, tmp_path)


def test_another_version_of_the_program_trusts_nothing(practice: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(practice)
    written = cache_of(practice).read_bytes()
    monkeypatch.setattr("aloitus.__version__", "9.9.9")
    run(practice)
    assert cache_of(practice).read_bytes() != written


def test_the_program_stamp_follows_the_version(monkeypatch: pytest.MonkeyPatch) -> None:
    before = render_cache.program_stamp()
    monkeypatch.setattr("aloitus.__version__", "9.9.9")
    assert render_cache.program_stamp() != before


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("templates/people.yaml", "Liisa Laine", "Liisa Laine-Niemi"),
        ("templates/processes/client-onboarding.yaml", "Ota yhteyttä asiakkaaseen", "Soita asiakkaalle"),
        ("templates/firm.yaml", "Esimerkkitilit Oy", "Uudet Tilit Oy"),
        ("templates/pages/role.md.j2", "# {{", "# ! {{"),
        ("site/guides/fi/balances.md", "# Saldot", "# Saldojen siirto"),
    ],
)
def test_a_changed_template_reaches_every_page(practice: Path, tmp_path: Path, path: str, old: str, new: str) -> None:
    run(practice)
    text = (practice / path).read_text("utf-8")
    assert old in text
    (practice / path).write_text(text.replace(old, new), "utf-8")
    run(practice)
    assert docs(practice) == undisturbed(practice, tmp_path)


def test_a_dry_run_says_what_would_change_and_changes_nothing(practice: Path) -> None:
    assert set(run(practice, dry=True).changes.values()) == {Change.NEW}
    assert not (practice / "site/docs").exists()
    run(practice)
    before = tree(practice)
    (practice / "clients/honkalinna.yaml").unlink()
    would = run(practice, dry=True).changes
    assert would["en/clients/honkalinna/index.md"] is Change.REMOVED
    assert would["en/clients/index.md"] is Change.CHANGED
    assert {path: content for path, content in before.items() if "honkalinna.yaml" not in path} == tree(practice)
    assert run(practice).changes == would


def test_a_broken_file_is_told_and_hides_no_other(practice: Path) -> None:
    (practice / "clients/kuusipuu.yaml").write_text("name: [\n", "utf-8")
    done = run(practice)
    assert [finding.code for finding in done.errors] == ["YML004"]
    assert "fi/clients/honkalinna/index.md" in docs(practice)
    assert "fi/clients/kuusipuu/index.md" not in docs(practice)


def test_an_error_is_told_again_until_it_is_mended(practice: Path) -> None:
    (practice / "clients/kuusipuu.yaml").write_text(CLIENT.replace("waiting", "waitign"), "utf-8")
    assert len(run(practice).errors) == len(run(practice).errors) == 1
    (practice / "clients/kuusipuu.yaml").write_text(CLIENT, "utf-8")
    assert run(practice).errors == ()


def test_a_mistake_in_the_firms_own_files_is_told_as_well(practice: Path) -> None:
    people = (practice / "templates/people.yaml").read_text("utf-8")
    (practice / "templates/people.yaml").write_text(people + "matti: {nimi: Matti}\n", "utf-8")
    assert {finding.place.file for finding in run(practice).errors} == {"templates/people.yaml"}


@pytest.mark.parametrize(
    ("template", "line", "why"),
    [
        ("role.md.j2", 1, "{% if %}"),
        ("person.md.j2", 2, "\n{{ nobody_gave_this }}"),
        ("role.md.j2", 1, "{{ page.no_such_field }}"),
    ],
)
def test_a_mistake_in_a_page_template_is_named(practice: Path, template: str, line: int, why: str) -> None:
    (practice / "templates/pages" / template).write_text(why, "utf-8")
    with pytest.raises(UserError) as caught:
        run(practice)
    assert caught.value.message.key == "errors.page-template"
    assert (caught.value.message.values["template"], caught.value.message.values["line"]) == (template, line)


def test_a_template_that_is_not_text_is_named(practice: Path) -> None:
    (practice / "templates/pages/role.md.j2").write_bytes(b"\xff\xfe")
    with pytest.raises(UserError) as caught:
        run(practice)
    assert caught.value.message.key == "errors.not-utf-8"


def many(root: Path, count: int) -> None:
    for number in range(count):
        text = CLIENT.replace("Kuusipuun Saha Oy", f"Asiakas {number} Oy")
        text = text.replace("business_id: 9000012-6", "business_id_pending: Perusteilla")
        (root / f"clients/asiakas-{number:03}.yaml").write_text(text, "utf-8")


def test_the_pages_are_the_same_however_many_processes_make_them(practice: Path, tmp_path: Path) -> None:
    many(practice, 40)
    run(practice, workers=3)
    assert docs(practice) == undisturbed(practice, tmp_path, workers=1)


def test_all_shards_together_are_the_whole(practice: Path, tmp_path: Path) -> None:
    many(practice, 12)
    whole = undisturbed(practice, tmp_path)
    for part in (3, 1, 2):
        run(practice, shard=(part, 3))
    assert docs(practice) == whole
    (practice / "clients/asiakas-003.yaml").unlink()
    for part in (1, 2, 3):
        run(practice, shard=(part, 3))
    assert docs(practice) == undisturbed(practice, tmp_path)


def test_a_whole_run_takes_over_what_shards_wrote(practice: Path, tmp_path: Path) -> None:
    for part in (1, 2):
        run(practice, shard=(part, 2))
    (practice / "clients/honkalinna.yaml").unlink()
    run(practice)
    assert docs(practice) == undisturbed(practice, tmp_path)
    assert sorted(path.name for path in (practice / "site/docs").glob(".manifest*")) == [".manifest"]


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=63), st.integers(1, 40))
def test_each_client_falls_into_exactly_one_shard(client: str, parts: int) -> None:
    assert [is_in_shard(client, (part, parts)) for part in range(1, parts + 1)].count(True) == 1


@settings(max_examples=6, deadline=None)
@given(st.randoms(use_true_random=False))
def test_no_sequence_of_edits_and_harms_leaves_a_page_that_a_fresh_run_would_not_make(
    tmp_path_factory: pytest.TempPathFactory, chance: "object"
) -> None:
    folder = tmp_path_factory.mktemp("edits")
    root = write_wiki_practice(folder / "firm")
    for _step in range(5):
        chance.choice(STEPS)(root)  # type: ignore[attr-defined]
        run(root)
        assert docs(root) == undisturbed(root, folder)


def rewrite(path: str, text: str | None) -> Callable[[Path], None]:
    def step(root: Path) -> None:
        if text is None:
            (root / path).unlink(missing_ok=True)
        else:
            (root / path).write_text(text, "utf-8")

    return step


def harm_a_page(root: Path) -> None:
    for page in sorted((root / "site/docs").rglob("*.md"))[::7]:
        page.write_text("Ei näin")


def forget(root: Path) -> None:
    cache_of(root).unlink(missing_ok=True)


def cut_the_cache(root: Path) -> None:
    if cache_of(root).exists():
        truncate(cache_of(root))


STEPS = [
    rewrite("clients/kuusipuu.yaml", EDITED),
    rewrite("clients/kuusipuu.yaml", CLIENT),
    rewrite("clients/kuusipuu.yaml", "name: ["),
    rewrite("clients/kuusipuu.yaml", None),
    rewrite("clients/honkalinna.yaml", OTHER.replace("Honkalinna", "Honkamaja")),
    rewrite("clients/uusi.yaml", CLIENT.replace("Kuusipuun", "Uuden").replace("9000012-6", "9000014-2")),
    rewrite("site/guides/fi/balances.md", "# Toinen otsikko\n"),
    rewrite("site/guides/fi/balances.md", None),
    harm_a_page,
    forget,
    cut_the_cache,
]


def test_a_cache_line_that_says_too_little_is_none(tmp_path: Path) -> None:
    known = {"a": render_cache.Remembered("k", "s", ("a.md",), "{}")}
    render_cache.write_cache(tmp_path / "cache", known)
    assert render_cache.read_cache(tmp_path / "cache") == known
    lines = (tmp_path / "cache").read_bytes().split(b"\n")
    (tmp_path / "cache").write_bytes(b"\n".join([lines[0], b"0 []", b"", b"nonsense"]))
    assert render_cache.read_cache(tmp_path / "cache") == {}


def test_a_cache_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    render_cache.write_cache(tmp_path / "nowhere" / "cache", {})
    assert render_cache.read_cache(tmp_path / "nowhere" / "cache") == {}


def test_a_file_that_is_not_there_has_no_stamp(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    assert render_cache.stamp_of(str(tmp_path), ["a"]) is not None
    assert render_cache.stamp_of(str(tmp_path), ["a", "b"]) is None


def test_a_stamp_follows_content_of_the_same_length_written_in_the_same_instant(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    times = (tmp_path / "a").stat()
    before = render_cache.stamp_of(str(tmp_path), ["a"])
    (tmp_path / "b").write_text("y")
    (tmp_path / "b").replace(tmp_path / "a")
    os.utime(tmp_path / "a", ns=(times.st_atime_ns, times.st_mtime_ns))
    assert render_cache.stamp_of(str(tmp_path), ["a"]) != before


def test_what_is_remembered_is_json(tmp_path: Path) -> None:
    """Never a pickle: a cache from elsewhere must not be able to run anything."""
    render_cache.write_cache(tmp_path / "cache", {"a": render_cache.Remembered("k", "s", (), None)})
    head, line = (tmp_path / "cache").read_bytes().strip().split(b"\n")
    assert head == b"render 2"
    assert json.loads(line.partition(b" ")[2]) == ["a", "k", "s", [], None]


@given(st.text())
def test_what_is_packed_is_unpacked(text: str) -> None:
    assert render_cache.unpack(render_cache.pack(text)) == text
