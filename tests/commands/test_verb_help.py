"""Every command explains itself, in every language, with an example that it accepts."""

import shlex
from pathlib import Path

import click
import pytest

from aloitus.command_line.group import COMMANDS, Aloitus
from aloitus.command_line.invocation import Invocation
from aloitus.command_line.run import run
from aloitus.command_line.verb import VerbCommand
from aloitus.i18n import wording

LANGUAGES = ("fi", "en")


def command(name: str) -> click.Command:
    group = Aloitus()
    with click.Context(group, obj=Invocation(Path(), None, "fi")) as context:
        found = group.get_command(context, name)
    assert found is not None
    return found


VERBS = [name for name in COMMANDS if isinstance(command(name), VerbCommand)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_there_and_its_words_are_all_known(
    name: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([name, "--help", "--lang", language]) == 0
    said = capsys.readouterr().out
    assert f"aloitus {name}" in said
    assert "verbs." not in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", VERBS)
def test_the_example_is_a_line_that_the_command_accepts(name: str, language: str) -> None:
    words = shlex.split(wording(language)(f"verbs.{name}.example").partition("\n")[0].partition(" < ")[0])
    if name == "completion":
        return  # it's what to put into the shell's own file
    assert words[:2] == ["aloitus", name]
    group = Aloitus()
    with group.make_context("aloitus", words[1:], obj=Invocation(Path(), None, "fi")) as context:
        found = command(name)
        found.make_context(name, words[2:], parent=context)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_overview_names_every_command(language: str) -> None:
    from aloitus.command_line.language import overview

    said = overview(language).replace(",", " ").split()
    assert [name for name in COMMANDS if name not in said] == []
