"""The pages that look across clients, and those that no client changes, as Markdown by path."""

from collections.abc import Sequence

from jinja2 import Environment

from aloitus.pages import checks_page, clients_page, home_page, people_pages, process_page
from aloitus.pages.context import PageContext
from aloitus.plan.client_summary import ClientSummary
from aloitus.plan.person_tasks import NOTHING, tasks_by_person


def render_shared(
    clients: Sequence[ClientSummary],
    checks: Sequence[checks_page.CheckText],
    context: PageContext,
    environment: Environment,
) -> dict[str, str]:
    """Paths are from the root of the language's docs. The order of `clients` changes nothing."""
    ordered = sorted(clients, key=lambda client: client.id)
    common = {"as_of": context.today.isoformat(), "page_day": context.today}
    pages: dict[str, str] = {}

    def put(template: str, page: _Page) -> None:
        pages[page.path] = environment.get_template(template).render(page=page, **common)

    put(home_page.TEMPLATE, home_page.home_page(ordered, context))
    put(clients_page.TEMPLATE, clients_page.clients_page(ordered, context))
    persons = _persons(ordered, context)
    put(people_pages.INDEX_TEMPLATE, people_pages.people_page(persons, context))
    for person in persons:
        put(people_pages.PERSON_TEMPLATE, person)
    for process in context.processes.values():
        put(process_page.INDEX_TEMPLATE, process_page.process_page(process, context))
        for role in process.roles:
            put(process_page.ROLE_TEMPLATE, process_page.process_role_page(role, process, context))
    put(checks_page.TEMPLATE, checks_page.checks_page(checks, context))
    return pages


_Page = (
    checks_page.ChecksPage
    | home_page.HomePage
    | clients_page.ClientsPage
    | people_pages.PeoplePage
    | people_pages.PersonPage
    | process_page.ProcessPage
    | process_page.ProcessRolePage
)


def _persons(clients: Sequence[ClientSummary], context: PageContext) -> list[people_pages.PersonPage]:
    own = tasks_by_person(clients, context.today)
    titles: dict[str, str] = {}
    for process in context.processes.values():
        titles |= {role.id: role.title.say(context.language) for role in process.roles.values()}
    names = {client.id: client.name for client in clients}
    return [
        people_pages.person_page(person, own.get(person.id, NOTHING), names, titles, context)
        for person in context.people.values()
    ]
