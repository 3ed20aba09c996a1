"""All files of a practice together."""

from pathlib import Path

import pytest

from aloitus.errors import UserError
from aloitus.loading import parsing
from aloitus.loading.practice import load_practice
from file_text import SOUND, placed, spoken

FILES = {
    "templates/firm.yaml": b"name: Esimerkkitilit Oy\nlanguages: [en, fi]\n",
    "templates/people.yaml": b"liisa-laine: {name: Liisa Laine}\n",
    "templates/processes/client-onboarding.yaml": b"title: {fi: K, en: O}\n",
    "clients/b.yaml": SOUND.encode(),
    "clients/a.yaml": SOUND.encode(),
}


def test_every_file_is_loaded_by_its_id() -> None:
    loaded = load_practice(FILES)
    assert not loaded.findings
    assert loaded.practice.firm.name == "Esimerkkitilit Oy"
    assert set(loaded.practice.people) == {"liisa-laine"}
    assert set(loaded.practice.processes) == {"client-onboarding"}
    assert list(loaded.practice.clients) == ["a", "b"]
    assert set(loaded.sources) == set(FILES)
    assert loaded.practice.clients["a"].language == "en"


def test_other_files_are_left_alone() -> None:
    others = {
        "clients/old/a.yaml": b"[",
        "clients/a.yml": b"[",
        "clients/a.yaml.bak": b"[",
        "clients/A.YAML": b"[",
        "templates/pages/client.md.j2": b"[",
        "templates/processes/old/x.yaml": b"[",
        "README.md": b"[",
    }
    loaded = load_practice(FILES | others)
    assert not loaded.findings
    assert set(loaded.sources) == set(FILES)


def test_an_unreadable_file_stops_only_itself() -> None:
    loaded = load_practice(FILES | {"clients/a.yaml": b"name: [", "clients/c.yaml": b"\xff"})
    assert [placed(finding) for finding in loaded.findings] == ["YML004 1:7", "YML002 1:1"]
    assert list(loaded.practice.clients) == ["b"]


def test_findings_come_by_file_and_place() -> None:
    loaded = load_practice(
        FILES
        | {
            "templates/firm.yaml": b"name: F\ncolour: red\n",
            "clients/b.yaml": SOUND.encode() + b"x: a\ny: b\n",
            "clients/a.yaml": SOUND.encode() + b"x: a\n",
        }
    )
    places = [(finding.place.file, placed(finding)) for finding in loaded.findings]
    assert places == [
        ("clients/a.yaml", "VAL201 5:1"),
        ("clients/b.yaml", "VAL201 5:1"),
        ("clients/b.yaml", "VAL201 6:1"),
        ("templates/firm.yaml", "VAL201 2:1"),
    ]


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("templates/firm.yaml", "templates/firm.yaml"),
        ("templates/people.yaml", "templates/people.yaml"),
        ("templates/processes/client-onboarding.yaml", "templates/processes/"),
    ],
)
def test_a_missing_file_of_the_firm_is_a_finding(path: str, named: str) -> None:
    loaded = load_practice({name: data for name, data in FILES.items() if name != path})
    (finding,) = loaded.findings
    assert finding.code == "VAL219"
    assert spoken(finding) == f"{named} is missing"
    assert finding.place.file == named
    assert loaded.practice.clients


def test_a_broken_firm_leaves_the_clients_readable() -> None:
    loaded = load_practice(FILES | {"templates/firm.yaml": b"[", "templates/people.yaml": b"["})
    assert [finding.code for finding in loaded.findings] == ["YML004", "YML004"]
    assert loaded.practice.firm.languages == ("fi", "en")
    assert loaded.practice.people == {}
    assert list(loaded.practice.clients) == ["a", "b"]


def test_without_the_c_parser_nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    with pytest.raises(UserError) as raised:
        parsing.parse(b"a: b\n")
    assert raised.value.message.key == "yml.no-libyaml"
    assert raised.value.exit_code == 2


def test_loading_is_the_same_twice() -> None:
    text = (Path(__file__).parents[1] / "cases" / "files" / "active.yaml").read_bytes()
    files = FILES | {"clients/a.yaml": text}
    assert load_practice(files).practice == load_practice(files).practice
