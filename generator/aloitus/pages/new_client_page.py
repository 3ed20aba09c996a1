"""The form for a new client: the browser makes the client's file of it, without a server."""

from dataclasses import dataclass

from aloitus.i18n import wording
from aloitus.model.process import Process, Role
from aloitus.pages import fragments
from aloitus.pages.attention import PROJECT_MANAGER
from aloitus.pages.context import PageContext, relative
from aloitus.pages.forge_links import names_new_file, new_client_form_address, new_file_address
from aloitus.pages.markup import Markup, json_attribute, safe_url
from aloitus.pages.new_client_data import process_data
from aloitus.pages.task_row import Named
from aloitus.plan.effective_dating import AGREEMENT_SIGNED, SERVICE_START

TEMPLATE = "new-client.md.j2"
PATH = "new-client/index.md"
CLIENTS = "new-client/clients.json"
PLACEHOLDER = "~id~"
"""Stands in the forge's address where the browser puts the client's id."""


@dataclass(frozen=True, slots=True)
class Choice:
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class RoleField:
    """`people`: who can be chosen, by name."""

    id: str
    title: str
    people: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class NewClientPage:
    """`others` are the forms of the firm's other processes. `process` and `words` are JSON for the script.

    `new_file` is the forge's "new file" page with a placeholder for the client's id, `form` its own form.
    """

    path: str
    title: str
    others: tuple[Named, ...]
    services: tuple[Choice, ...]
    facts: tuple[Choice, ...]
    dates: tuple[Choice, ...]
    roles: tuple[RoleField, ...]
    languages: tuple[Choice, ...]
    process: Markup
    words: Markup
    clients: Markup
    new_file: Markup | None
    names_new_file: bool
    form: Markup | None
    clients_link: Markup
    needed_dates: tuple[str, ...] = (AGREEMENT_SIGNED, SERVICE_START)
    needed_role: str = PROJECT_MANAGER
    """What a client whose agreement is signed has to have, besides a business id."""


def new_client_path(process: str, context: PageContext) -> str:
    """`new-client/` for the firm's first process; further ones have a folder each below it."""
    return PATH if process == next(iter(sorted(context.processes))) else f"new-client/{process}/index.md"


def new_client_page(process: Process, context: PageContext) -> NewClientPage:
    say, language, forge = context.wording, context.language, context.firm.forge
    path = new_client_path(process.id, context)
    skeleton = f"# {say('form.skeleton')}\n"
    form = new_client_form_address(forge, wording(context.firm.languages[0])) if forge else None
    return NewClientPage(
        path=path,
        title=process.title.say(language),
        others=tuple(
            Named(other.title.say(language), fragments.address(path, new_client_path(other.id, context)))
            for other in context.processes.values()
            if other is not process
        ),
        services=tuple(Choice(one.id, one.title.say(language)) for one in process.services.values()),
        facts=tuple(Choice(one.id, one.title.say(language)) for one in process.facts.values()),
        dates=tuple(Choice(one.id, one.title.say(language)) for one in process.dates.values()),
        roles=tuple(_role(role, context) for role in process.roles.values()),
        languages=tuple(Choice(one, wording(one)("form.language-name")) for one in context.firm.languages),
        process=json_attribute(process_data(process, context.firm)),
        words=json_attribute(say.under("form.script")),
        clients=fragments.file_address(path, CLIENTS),
        new_file=safe_url(new_file_address(forge, f"clients/{PLACEHOLDER}.yaml", skeleton)) if forge else None,
        names_new_file=names_new_file(forge) if forge else False,
        form=safe_url(form) if form else None,
        clients_link=Markup(relative(path, "clients/index.md")),
    )


def _role(role: Role, context: PageContext) -> RoleField:
    """Who has the role and hasn't left; of a role that nobody has, everybody."""
    here = [person for person in context.people.values() if not (person.left and person.left < context.today)]
    fit = [person for person in here if role.id in person.roles] or here
    people = sorted((person.name, person.id) for person in fit)
    return RoleField(role.id, role.title.say(context.language), tuple(Choice(id_, name) for name, id_ in people))
