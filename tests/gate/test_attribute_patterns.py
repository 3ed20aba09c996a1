"""No pattern of git's attribute files concerns a file of the practice without the gate's knowing."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aloitus.gate.files.attribute_patterns import matches, unquoted
from git_history import clean_environment

PATHS = ("clients/acme.yaml", "clients/a.yaml", "templates/firm.yaml", "templates/pages/home.md.j2")
DISGUISES = ("?", "*", "[{0}]", "[!{1}]", "[^{1}]", "[[:print:]]", "[]{0}]", "[{1}-{0}]", "\\{0}", "{1}")
"""What may stand for a letter in a pattern ({0}; {1} is another one), mostly so that it still fits."""
LEADS = ("", "", "/", "**/", "*/", "**")


@st.composite
def patterns(draw: st.DrawFn) -> str:
    """A path or a file's name with some of its letters in disguise."""
    path = draw(st.sampled_from(PATHS))
    text = path if draw(st.booleans()) else path.rpartition("/")[2]
    odds = draw(st.sampled_from((1, 3, 10)))
    letters = [
        draw(st.sampled_from(DISGUISES)).format(letter, "!" if letter < "b" else "a")
        if letter != "/" and draw(st.integers(0, 10)) < odds
        else letter
        for letter in text
    ]
    return draw(st.sampled_from(LEADS)) + "".join(letters)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("attributes")
    subprocess.run(["git", "init", "-q", root], env=clean_environment(), check=True)
    return root


def concerned(repository: Path, pattern: str) -> list[str]:
    """The paths for which git takes the attribute."""
    (repository / ".gitattributes").write_text(f"{pattern} -diff\n", "utf-8")
    told = subprocess.run(
        ["git", "check-attr", "diff", "--", *PATHS],
        cwd=repository, env=clean_environment(), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [line.partition(":")[0] for line in told.stdout.splitlines() if line.endswith(": unset")]


@given(pattern=patterns())
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_git_takes_for_a_match_is_one(repository: Path, pattern: str) -> None:
    for path in concerned(repository, pattern):
        assert matches(pattern, {path}), path


@given(pattern=patterns().filter(lambda text: "\\" not in text))
@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_so_it_is_when_every_letter_is_written_by_its_number(repository: Path, pattern: str) -> None:
    quoted = '"' + "".join(f"\\{ord(letter):03o}" if letter.isalpha() else letter for letter in pattern) + '"'
    assert concerned(repository, quoted) == concerned(repository, pattern)
    for path in concerned(repository, quoted):
        assert matches(unquoted(quoted), {path}), path


@pytest.mark.parametrize(
    "pattern",
    ["*.png", "**/*.png", "*.sv[gz]", "/docs/**", "docs/*", "LICENSE*", "/c*", "clients", "clients/", "tests/**/*.yaml",
     "mkdocs*.yml", "[Dd]ocs/**", "acme", "*.yml"],
)  # fmt: skip
def test_patterns_of_other_files_are_left_alone(pattern: str) -> None:
    assert not matches(pattern, PATHS)


QUOTED = {
    '"clients/*"': "clients/*",
    r'"\143lients\057*"': "clients/*",
    r'"\"\\\t"': '"\\\t',
    r'"\acme"': "\acme",
    r'"clients/*\000more"': "clients/*",
    r"\143lients": r"\143lients",
}


@pytest.mark.parametrize(("written", "meant"), QUOTED.items())
def test_what_stands_in_quotes_is_read_as_git_does(written: str, meant: str) -> None:
    assert unquoted(written) == meant


def test_a_line_feed_in_a_name_is_a_letter_like_others() -> None:
    assert matches("clients/**", {"clients/a\nb.yaml"})


LONG = {f"clients/{'a' * 200}.yaml", f"clients/{'a/' * 200}a.yaml"}


@pytest.mark.parametrize(
    "pattern",
    ["*a" * 60 + "b", "**a" * 60 + "b", "**/a*a" * 30 + "b", "**/" * 60 + "b", "**" + "*a/" * 60 + "b",
     "[[:" * 10_000, "[" * 10_000, "[[:a:]" * 5_000 + "/", "[]" * 5_000, "[\\]" * 5_000],
)  # fmt: skip
def test_no_pattern_keeps_the_gate_busy(pattern: str) -> None:
    """Tried in every way that its stars and brackets allow, these would take hours."""
    assert not matches(pattern, LONG)


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("/a*b*c", "abbcbc", True),
        ("/a*b*c", "abcb", False),
        ("/a*c", "ab/c", False),
        ("/a**b*c/d", "ab/bc/d", True),
        ("/a**b*c/d", "abcb/bxc/d", True),
        ("/a**b*c/d", "abc/c/d", False),
        ("/**/a*b/c", "xa/ab/ab/c", True),
        ("/**/a*b/c", "xab/c", False),
        ("/a/**/b/**/c", "a/b/c", True),
        ("/a/**/b/**/c", "a/x/b/y/c", True),
        ("/a/**/b/**/c", "a/c/b", False),
        ("/a/**/b/**/c", "x/b/c", False),
        ("/**a/b**", "x/xa/bx/x", True),
        ("/a[b]]c", "ax]c", True),
        ("/a[]c", "a[]c", False),
        ("/a[]c", "axc", True),
        ("/a[c", "a[c", True),
        ("/a[\\]c", "axc", True),
        ("/a][", "a][", True),
        ("/[a", "[a", True),
        ("/a[b]?c", "axyc", True),
    ],
)
def test_each_star_takes_what_it_needs(pattern: str, path: str, fits: bool) -> None:
    assert matches(pattern, {path}) is fits
