import pytest

from aloitus.model.real_text import says_nothing


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        ".",
        "-",
        "—",
        "...",
        "n/a",
        "N/A",
        "n / a",
        "\uff2e/\uff21",
        "TBD",
        "tbd.",
        "x",
        "xxx",
        "?",
        "\U0001f44d",
        "n/a n/a n/a n/a n/a",
        "- - - - - - - - - - - -",
        "ei ole",
        "puuttuu",
        "\u200b",
        "xxxxxxxxxxxxxxxxxxxxxx",
        "TBD, TBD",
    ],
)
def test_fillers_say_nothing(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ei aiempia palkkoja",
        "10482",
        "0",
        "1",
        "済",
        "Ei koske: ei palkkoja",
        "ok",
        "No",
        "Toimeksianto 10482",
        "https://intra.example/muistiot/10482-1",
        "Sisältyy tarjoukseen",
        "Banana",
    ],
)
def test_anything_that_tells_something_is_real(text: str) -> None:
    assert not says_nothing(text)
