"""`aloitus forms`: the forge's forms for a new client and for a task, and the workflow that reads them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.values import OneOf
from aloitus.command_line.verb import VerbCommand, VerbOption
from aloitus.editing.file import put_file
from aloitus.errors import UserError
from aloitus.forms import github, gitlab
from aloitus.i18n import Wording
from aloitus.model.process import Process
from aloitus.pipeline.opened import open_practice
from aloitus.scaffolding.form_fields import new_client_fields
from aloitus.scaffolding.task_form import FIELDS
from aloitus.starting.starter import own_file

NEW_CLIENT, TASK_DONE = "new-client", "task-done"
FORGES = ("github", "gitlab")


def run(invocation: Invocation, forge: str | None) -> int:
    firm = open_practice(invocation.root).firm
    told = firm.forge.kind.value if firm.forge else "github"
    for path in write_forms(
        invocation.root, invocation.says_for(firm), forge or (told if told in FORGES else "github")
    ):
        print(path)
    return 0


def write_forms(root: Path, say: Wording, forge: str) -> list[str]:
    """The paths of what was written."""
    processes = tuple(open_practice(root).processes.values())
    if not processes:
        raise UserError("verbs.forms.no-process")
    files = (_github if forge == "github" else _gitlab)(processes, say)
    for path, text in files.items():
        put_file(root, path, text.encode())
    return list(files)


def _github(processes: Sequence[Process], say: Wording) -> Mapping[str, str]:
    new, done = say("verbs.forms.new-client"), say("verbs.forms.task-done")
    fields = new_client_fields(*processes)
    return {
        f"{github.FOLDER}/{NEW_CLIENT}.yml": github.issue_form(
            new, say("verbs.forms.new-client-about"), NEW_CLIENT, fields, say
        ),
        f"{github.FOLDER}/{TASK_DONE}.yml": github.issue_form(
            done, say("verbs.forms.task-done-about"), TASK_DONE, FIELDS, say
        ),
        ".github/workflows/intake.yml": own_file("intake.yml"),
    }


def _gitlab(processes: Sequence[Process], say: Wording) -> Mapping[str, str]:
    return {
        f"{gitlab.FOLDER}/{say('verbs.forms.new-client')}.md": gitlab.description(
            new_client_fields(*processes), NEW_CLIENT, say
        ),
        f"{gitlab.FOLDER}/{say('verbs.forms.task-done')}.md": gitlab.description(FIELDS, TASK_DONE, say),
    }


COMMAND = VerbCommand("forms", run, [VerbOption(["--forge"], type=OneOf(FORGES))])
