"""The wiki's own address, from the settings by which its HTML is built."""

from pathlib import Path

import pytest

from aloitus.pipeline.wiki_address import settings_on_disk, wiki_addresses
from demo import ROOT


def addresses(folder: Path, **settings: str) -> dict[str, str]:
    for name, text in settings.items():
        (folder / f"{name.replace('_', '.')}.yml").write_text(text, "utf-8")
    return on_disk(folder, "fi", "en")


def on_disk(folder: Path, *languages: str) -> dict[str, str]:
    return dict(wiki_addresses(settings_on_disk(folder, languages), languages))


@pytest.mark.parametrize("written", ["https://wiki.example/onboarding", "https://wiki.example/onboarding/"])
def test_other_languages_lie_below_the_main_one(tmp_path: Path, written: str) -> None:
    assert addresses(tmp_path, mkdocs=f"site_url: {written}\n") == {
        "fi": "https://wiki.example/onboarding/",
        "en": "https://wiki.example/onboarding/en/",
    }


def test_any_language_may_be_the_first(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_url: https://wiki.example/\n", "utf-8")
    assert on_disk(tmp_path, "en", "fi") == {"en": "https://wiki.example/", "fi": "https://wiki.example/fi/"}
    (tmp_path / "mkdocs.en.yml").write_text("site_url: https://en.example/\n", "utf-8")
    assert on_disk(tmp_path, "en", "fi") == {"en": "https://en.example/", "fi": "https://en.example/fi/"}


def test_a_language_may_have_an_address_of_its_own(tmp_path: Path) -> None:
    assert addresses(
        tmp_path,
        mkdocs="site_url: https://wiki.example/\n",
        mkdocs_en="INHERIT: mkdocs.yml\nsite_url: http://en.example\n",
    ) == {"fi": "https://wiki.example/", "en": "http://en.example/"}


@pytest.mark.parametrize(
    "settings",
    [
        "site_name: Aloitus\n",
        "site_url:\n",
        "site_url: wiki.example\n",
        "site_url: javascript:alert(1)\n",
        "site_url: 'https://'\n",
        "site_url: https://[::1\n",
        "site_url: !ENV WIKI\n",
        "site_url: [https://wiki.example/]\n",
        "site_url: https://wiki.example/\nnav: [\n",
        "- site_url\n",
        "",
    ],
)
def test_where_none_can_be_read_there_is_none(tmp_path: Path, settings: str) -> None:
    assert addresses(tmp_path, mkdocs=settings) == {"fi": "", "en": ""}


def test_without_settings_there_is_none(tmp_path: Path) -> None:
    assert addresses(tmp_path) == {"fi": "", "en": ""}


def test_the_settings_tags_are_read_over() -> None:
    """Ours name Python functions, and no address."""
    assert "!!python/name" in (ROOT / "mkdocs.yml").read_text("utf-8")
    assert on_disk(ROOT, "fi", "en") == {"fi": "", "en": ""}


def test_an_address_brings_no_other_line(tmp_path: Path) -> None:
    found = addresses(tmp_path, mkdocs='site_url: "https://wiki.example/a b\\r\\nX:1/ä"\n')
    assert found["fi"] == "https://wiki.example/a%20b%0D%0AX:1/%C3%A4/"
