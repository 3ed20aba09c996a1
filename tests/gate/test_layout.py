"""Which names every computer can hold."""

import pytest

from aloitus.gate.files.layout import has_plain_name

LONGEST_ID = "a" * 63


@pytest.mark.parametrize(
    "path",
    ["clients/a.yaml", "clients/7-veljesta.yaml", f"clients/{LONGEST_ID}.yaml", "clients/console.yaml",
     "clients/.gitkeep", "clients/.gitattributes", ".gitattributes", "templates/processes/client-onboarding.yaml",
     "templates/pages/Parts_1/client.v2.md.j2", "templates/pages/index.md.j2"],
)  # fmt: skip
def test_a_plain_name(path: str) -> None:
    assert has_plain_name(path)


@pytest.mark.parametrize(
    "path",
    ["clients/Acme.yaml", "clients/a_b.yaml", "clients/a.b.yaml", "clients/-a.yaml", "clients/ä.yaml", "clients/.yaml",
     f"clients/{LONGEST_ID}a.yaml", "clients/a b", "templates/pages/a b.md.j2", "templates/pages/a\n.md.j2",
     "templates/pages/.a.md.j2"],
)  # fmt: skip
def test_an_odd_name(path: str) -> None:
    assert not has_plain_name(path)


@pytest.mark.parametrize("folder", ["templates/a b", "templates/pages/ä", "a b", "clients/a\nb"])
@pytest.mark.parametrize("name", ["home.md.j2", "home.yaml", ".gitkeep", ".gitattributes"])
def test_a_folder_of_an_odd_name(folder: str, name: str) -> None:
    assert not has_plain_name(f"{folder}/{name}")


@pytest.mark.parametrize(
    "path",
    ["clients/con.yaml", "clients/lpt9.yaml", "clients/nul", "templates/pages/prn.md.j2", "templates/pages/AUX.md.j2",
     "templates/pages/com1/home.md.j2", "clients/Aux.old/.gitkeep"],
)  # fmt: skip
def test_a_name_that_windows_keeps(path: str) -> None:
    assert not has_plain_name(path)


@pytest.mark.parametrize("path", ["templates/pages/parts./home.md.j2", "templates/pages/home."])
def test_windows_drops_a_full_stop_at_the_end(path: str) -> None:
    assert not has_plain_name(path)


def test_the_wikis_own_page_is_no_ones() -> None:
    assert not has_plain_name("clients/index.yaml")
