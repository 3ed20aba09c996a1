"""Deep links into the forge that keeps the repository: one row a forge, never a client's data in an address."""

from dataclasses import dataclass
from urllib.parse import quote

from aloitus.model.firm import Forge, ForgeKind


@dataclass(frozen=True, slots=True)
class LinkForms:
    """Address forms after the repository's own: `{branch}`, `{path}`, `{line}` are filled in, percent-encoded."""

    view: str
    line: str
    edit: str
    new: str


LINK_FORMS = {
    ForgeKind.GITHUB: LinkForms(
        view="/blob/{branch}/{path}",
        line="/blob/{branch}/{path}#L{line}",
        edit="/edit/{branch}/{path}",
        new="/new/{branch}?filename={path}",
    ),
    ForgeKind.GITLAB: LinkForms(
        view="/-/blob/{branch}/{path}",
        line="/-/blob/{branch}/{path}#L{line}",
        edit="/-/edit/{branch}/{path}",
        new="/-/new/{branch}?file_name={path}",
    ),
    ForgeKind.GITEA: LinkForms(
        view="/src/branch/{branch}/{path}",
        line="/src/branch/{branch}/{path}#L{line}",
        edit="/_edit/{branch}/{path}",
        new="/_new/{branch}/{folder}?filename={path}",
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


def _address(forge: Forge, form: str, path: str, line: int = 0) -> str:
    filled = form.format(
        branch=quote(forge.branch, safe="/"),
        path=quote(path, safe="/"),
        folder=quote(path.rpartition("/")[0], safe="/"),
        line=line,
    )
    return forge.url.rstrip("/") + filled


def view_address(forge: Forge, path: str, line: int | None = None) -> str:
    """The file as the forge shows it, at `line` where one is given."""
    forms = LINK_FORMS[forge.kind]
    return _address(forge, forms.line, path, line) if line else _address(forge, forms.view, path)


def edit_address(forge: Forge, path: str) -> str:
    """The forge's editor with the file open."""
    return _address(forge, LINK_FORMS[forge.kind].edit, path)


def new_file_address(forge: Forge, path: str) -> str:
    """The forge's "new file" page with the file's name filled in, and nothing else."""
    return _address(forge, LINK_FORMS[forge.kind].new, path)
