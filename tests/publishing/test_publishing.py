import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from aloitus.errors import UserError
from aloitus.publishing.build import ENGINES, build_wiki, environment
from aloitus.publishing.engine import Engine
from aloitus.publishing.sites import Site, sites
from aloitus.publishing.swap import beside, recover, swap_in

DAY = date(2026, 11, 23)


def folder(path: Path, text: str) -> Path:
    path.mkdir(parents=True)
    (path / "index.html").write_text(text)
    return path


def test_the_first_language_has_the_root_and_the_others_a_folder(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\r\ndocs_dir: site/docs/fi # Finnish\r\n")
    for language in ("en", "sv"):
        (tmp_path / f"mkdocs.{language}.yml").write_text("INHERIT: mkdocs.yml\n")
    found = sites(tmp_path, ("en", "fi", "sv"))
    assert [(site.language, site.settings.name, site.folder) for site in found] == [
        ("en", "mkdocs.en.yml", ""),
        ("fi", "mkdocs.yml", "fi"),
        ("sv", "mkdocs.sv.yml", "sv"),
    ]


def test_a_language_without_settings_is_told(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("docs_dir: site/docs/fi\n")
    with pytest.raises(UserError) as caught:
        sites(tmp_path, ("fi", "sv"))
    assert caught.value.message.values["path"] == str(tmp_path / "mkdocs.sv.yml")


def test_a_finished_wiki_takes_the_old_ones_place_as_a_whole(tmp_path: Path) -> None:
    folder(tmp_path / "public", "old")
    (tmp_path / "public/gone.html").write_text("gone")
    built = {"": folder(beside(tmp_path, "fi"), "uusi"), "en": folder(beside(tmp_path, "en"), "new")}
    public = swap_in(tmp_path, built)
    assert (public / "index.html").read_text() == "uusi"
    assert (public / "en/index.html").read_text() == "new"
    assert not (public / "gone.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_the_old_wiki_comes_back_when_a_run_was_killed_between_two_renames(tmp_path: Path) -> None:
    folder(tmp_path / ".public-last", "old")
    folder(tmp_path / ".public-fi", "half")
    recover(tmp_path)
    assert (tmp_path / "public/index.html").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_the_new_wiki_stays_when_a_run_was_killed_after_both(tmp_path: Path) -> None:
    folder(tmp_path / ".public-last", "old")
    folder(tmp_path / "public", "new")
    recover(tmp_path)
    assert (tmp_path / "public/index.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def engine(code: str) -> Engine:
    @contextmanager
    def command(wiki: Site, target: Path) -> Iterator[list[str]]:
        yield [sys.executable, "-c", code, wiki.language, str(target)]

    return Engine("Koje", command)


BUILD = "import sys, pathlib; p = pathlib.Path(sys.argv[2]); p.mkdir(); (p / 'index.html').write_text(sys.argv[1])"
FAIL = f"{BUILD}\nif sys.argv[1] == 'en': sys.exit('WARNING - päreinä')"


def both(root: Path) -> tuple[Site, ...]:
    (root / "site").mkdir(exist_ok=True)
    return Site("fi", root / "mkdocs.yml", ""), Site("en", root / "mkdocs.en.yml", "en")


def test_all_languages_are_built_and_put_in_place(tmp_path: Path) -> None:
    public = build_wiki(tmp_path, both(tmp_path), DAY, engine=engine(BUILD))
    assert (public / "index.html").read_text() == "fi"
    assert (public / "en/index.html").read_text() == "en"


def test_when_one_language_fails_the_old_wiki_stays_and_the_engine_is_quoted(tmp_path: Path) -> None:
    folder(tmp_path / "site/public", "old")
    with pytest.raises(UserError) as caught:
        build_wiki(tmp_path, both(tmp_path), DAY, engine=engine(FAIL))
    assert caught.value.message.values["settings"] == "mkdocs.en.yml"
    assert "päreinä" in str(caught.value.message.values["output"])
    assert (tmp_path / "site/public/index.html").read_text() == "old"


def test_the_engines_processes_hold_the_lock(tmp_path: Path) -> None:
    """A run that was killed is waited for until all that it started has ended."""
    held = "import sys, os; os.fstat(int(sys.argv[1].removeprefix('fd')))\n" + BUILD
    with (tmp_path / "lock").open("ab") as lock:
        wiki = Site(f"fd{lock.fileno()}", tmp_path / "mkdocs.yml", "")
        (tmp_path / "site").mkdir()
        public = build_wiki(tmp_path, (wiki,), DAY, engine=engine(held), lock=lock.fileno())
    assert public.exists()


def test_the_day_stands_in_for_the_clock() -> None:
    assert environment(DAY)["SOURCE_DATE_EPOCH"] == "1795392000"


def test_mkdocs_is_asked_to_be_strict() -> None:
    with ENGINES["mkdocs"].command(Site("fi", Path("mkdocs.yml"), ""), Path("target")) as command:
        assert "--strict" in command
        assert command[command.index("--site-dir") + 1] == str(Path("target").absolute())


def test_zensical_is_told_by_a_settings_file_for_the_time_of_the_build(tmp_path: Path) -> None:
    wiki = Site("en", tmp_path / "mkdocs.en.yml", "en")
    with ENGINES["zensical"].command(wiki, tmp_path / "site/.public-en") as command:
        settings = tmp_path / ".zensical-en.yml"
        assert settings.read_text() == "INHERIT: mkdocs.en.yml\nsite_dir: site/.public-en\n"
        assert str(settings) in command
    assert not settings.exists()


def test_zensicals_memory_of_an_earlier_build_is_cleared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aloitus.publishing.zensical.find_spec", lambda _name: object())
    folder(tmp_path / ".cache", "old")
    ENGINES["zensical"].prepare(tmp_path)
    assert not (tmp_path / ".cache").exists()


def test_where_zensical_is_not_installed_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aloitus.publishing.zensical.find_spec", lambda _name: None)
    with pytest.raises(UserError) as caught:
        ENGINES["zensical"].prepare(tmp_path)
    assert caught.value.message.key == "wiki.no-zensical"


def test_an_interrupted_build_leaves_no_process_behind(tmp_path: Path) -> None:
    @contextmanager
    def command(wiki: Site, _target: Path) -> Iterator[list[str]]:
        if wiki.language == "en":
            raise KeyboardInterrupt
        yield [sys.executable, "-c", f"import time; time.sleep(1); open(r'{tmp_path}/lived-on', 'w')"]

    with pytest.raises(KeyboardInterrupt):
        build_wiki(tmp_path, both(tmp_path), DAY, engine=Engine("Koje", command))
    time.sleep(1.5)
    assert not (tmp_path / "lived-on").exists()
