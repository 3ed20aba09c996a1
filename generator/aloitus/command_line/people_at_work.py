"""Whose name stands under a record: as told, else as git knows the user, else as asked."""

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from aloitus.errors import UserError
from aloitus.i18n import Wording
from aloitus.model.firm import Person
from aloitus.recording.names import find_person
from aloitus.snapshot.git import git_in

_NO_REPLY = "@users.noreply."


def who_records(named: str | None, people: Mapping[str, Person], root: Path, say: Wording) -> str:
    """A person's id; UserError where nobody was named and nobody can be asked."""
    if named is not None:
        return find_person(people, named)
    known = known_to_git(people, root)
    if known is not None:
        return known
    if not sys.stdin.isatty():
        raise UserError("verbs.who")
    answer: str = click.prompt(say("verbs.ask-who"), err=True)
    return find_person(people, answer.strip())


def known_to_git(people: Mapping[str, Person], root: Path) -> str | None:
    """Whoever has git's user.email as address, as handle or in a forge's no-reply address, if that's one person."""
    try:
        email = git_in(root).run("config", "--get", "user.email").out.decode("utf-8", "replace").strip().casefold()
    except UserError:
        return None
    if not email:
        return None
    handle = email.partition("@")[0].rpartition("+")[2] if _NO_REPLY in email else email
    found = [
        person.id
        for person in people.values()
        if email == (person.email or "").casefold() or handle == (person.handle or "").casefold()
    ]
    return found[0] if len(found) == 1 else None
