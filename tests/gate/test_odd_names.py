"""What is told of a file with an odd name: how files of its own folder are called."""

import pytest

from aloitus.findings import Place
from aloitus.gate.comparison import Comparison, Review, Side
from aloitus.gate.files.odd_name import check
from aloitus.i18n import wording
from aloitus.model.tree import FileKind, TreeEntry
from builders import day, finland

NOTHING = Side(None, {}, {}, {})


@pytest.mark.parametrize(
    ("path", "example"),
    [
        ("clients/Acme Oy.yaml", "clients/kuusipuun-saha.yaml"),
        ("Clients/a\u00f6.md", "clients/kuusipuun-saha.yaml"),
        ("templates/processes/Uusi Prosessi.yaml", "templates/processes/client-onboarding.yaml"),
        ("templates/pages/o\u00e4/home.md.j2", "templates/pages/client.md.j2"),
    ],
)
@pytest.mark.parametrize("language", ["fi", "en"])
def test_the_help_names_a_file_of_the_same_folder(path: str, example: str, language: str) -> None:
    side = Side(None, {}, {}, {}, {path: TreeEntry(path, FileKind.FILE, "1")})
    (finding,) = check(Comparison(NOTHING, side, NOTHING, day("2026-11-23"), Review(), finland()))
    assert finding.place == Place(path)
    assert finding.help is not None
    assert wording(language).say(finding.help).endswith(f": {example}")
