"""Deep links into the forge that keeps the repository: one row a forge, never a client's data in an address but ids."""

from dataclasses import dataclass
from urllib.parse import quote

from aloitus.i18n import Wording
from aloitus.model.firm import Forge, ForgeKind


@dataclass(frozen=True, slots=True)
class LinkForms:
    """Address forms after the repository's own; what stands in braces is filled in, percent-encoded.

    `{path}` is a file, `{folder}` and `{name}` its parts; `{content}` is what a new file begins with. `new_client` and
    `task_done` open the forms that `aloitus forms` writes: `{form}` is the form's title, `{text}` the task's form with
    its client and task filled in. A forge without forms has "" there: its file is edited instead.
    """

    view: str
    line: str
    edit: str
    new: str
    new_client: str = ""
    task_done: str = ""


LINK_FORMS = {
    ForgeKind.GITHUB: LinkForms(
        view="/blob/{branch}/{path}",
        line="/blob/{branch}/{path}#L{line}",
        edit="/edit/{branch}/{path}",
        new="/new/{branch}?filename={path}&value={content}",
        new_client="/issues/new?template=new-client.yml",
        task_done="/issues/new?template=task-done.yml&client={client}&task={task}",
    ),
    ForgeKind.GITLAB: LinkForms(
        view="/-/blob/{branch}/{path}",
        line="/-/blob/{branch}/{path}#L{line}",
        edit="/-/edit/{branch}/{path}",
        new="/-/new/{branch}?file_name={path}",  # it takes no content
        new_client="/-/issues/new?issuable_template={form}",
        task_done="/-/issues/new?issue%5Btitle%5D={form}&issue%5Bdescription%5D={text}",
    ),
    ForgeKind.GITEA: LinkForms(
        view="/src/branch/{branch}/{path}",
        line="/src/branch/{branch}/{path}#L{line}",
        edit="/_edit/{branch}/{path}",
        new="/_new/{branch}/{folder}?filename={name}&value={content}",
        new_client="/issues/new?template=.github/ISSUE_TEMPLATE/new-client.yml",
        task_done="/issues/new?template=.github/ISSUE_TEMPLATE/task-done.yml&field:client={client}&field:task={task}",
    ),
    ForgeKind.AZURE: LinkForms(
        view="?path=/{path}&version=GB{branch}",
        line="?path=/{path}&version=GB{branch}&line={line}&lineEnd={line}&lineStartColumn=1&lineEndColumn=999",
        edit="?path=/{path}&version=GB{branch}&_a=contents",
        new="?path=/{folder}&version=GB{branch}",
    ),
    ForgeKind.BITBUCKET: LinkForms(
        view="/src/{branch}/{path}",
        line="/src/{branch}/{path}#lines-{line}",
        edit="/src/{branch}/{path}?mode=edit&at={branch}",
        new="/create-file/{branch}/{folder}?at={branch}",
    ),
}


_WITH_SLASHES = frozenset({"branch", "path", "folder"})


def view_address(forge: Forge, path: str, line: int | None = None) -> str:
    """The file as the forge shows it, at `line` where one is given."""
    forms = LINK_FORMS[forge.kind]
    return _file_address(forge, forms.line if line else forms.view, path, line=str(line))


def edit_address(forge: Forge, path: str) -> str:
    """The forge's editor with the file open."""
    return _file_address(forge, LINK_FORMS[forge.kind].edit, path)


def new_file_address(forge: Forge, path: str, content: str = "") -> str:
    """The forge's "new file" page with the file's name and what it begins with, where the forge takes them."""
    return _file_address(forge, LINK_FORMS[forge.kind].new, path, content=content)


def names_new_file(forge: Forge) -> bool:
    """Whether the "new file" page takes the file's name from the address; else whoever saves the file types it."""
    form = LINK_FORMS[forge.kind].new
    return "{path}" in form or "{name}" in form


def new_client_form_address(forge: Forge, say: Wording) -> str | None:
    """The forge's form for a new client, in the language that the forms are written in; None where it has none."""
    form = LINK_FORMS[forge.kind].new_client
    return _address(forge, form, form=say("verbs.forms.new-client")) if form else None


def has_task_form(forge: Forge | None) -> bool:
    return forge is not None and LINK_FORMS[forge.kind].task_done != ""


def task_form_address(forge: Forge, client: str, task: str, say: Wording) -> str | None:
    """The forge's form for a task with the ids of both filled in; None where it has none."""
    form = LINK_FORMS[forge.kind].task_done
    if not form:
        return None
    told = {"client": client, "task": task, "status": say("states.done")}
    text = "\n".join(f"### {say(f'fields.{field}')}\n\n{value}\n" for field, value in told.items())
    return _address(forge, form, client=client, task=task, form=say("verbs.forms.task-done"), text=text)


def _file_address(forge: Forge, form: str, path: str, /, **values: str) -> str:
    folder, _, name = path.rpartition("/")
    return _address(forge, form, path=path, folder=folder, name=name, **values)


def _address(forge: Forge, form: str, /, **values: str) -> str:
    filled = {
        name: quote(value, safe="/" if name in _WITH_SLASHES else "")
        for name, value in {"branch": forge.branch, **values}.items()
    }
    return forge.url.rstrip("/") + form.format_map(filled)
