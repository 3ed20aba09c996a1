import pytest

from aloitus.scaffolding.client_id import client_id


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kuusipuun Saha Oy", "kuusipuun-saha"),
        ("Lumi Energia Oyj", "lumi-energia"),
        ("Tmi Aino Äyräs", "tmi-aino-ayras"),
        ("O'Brien & Søns <GmbH>", "o-brien-sons-gmbh"),
        ("Con Oy", "con-oy-client"),
        ("Index Oy", "index-oy-client"),
        ("株式会社", None),
        ("../../etc", "etc"),
        ("x" * 200, "x" * 63),
    ],
)
def test_an_id_is_made_of_the_name_without_the_form_of_company(name: str, expected: str | None) -> None:
    assert client_id(name) == expected
