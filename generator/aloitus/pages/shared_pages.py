"""The pages that look across clients, and those that no client changes, as Markdown by path."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from jinja2 import Environment

from aloitus.findings import Explanation
from aloitus.pages import (
    calendar_page,
    check_page,
    checks_page,
    clients_page,
    home_page,
    new_client_page,
    people_page,
    person_page,
    process_page,
    reports_page,
    workload_page,
)
from aloitus.pages.context import PageContext, person_path
from aloitus.pages.new_client_data import clients_data
from aloitus.plan.client_summary import ClientSummary
from aloitus.plan.person_tasks import NOTHING, PersonTasks


@dataclass(frozen=True, slots=True)
class SharedPage:
    """A page that is yet to be made. `seen`: ids of the clients that it's made from; if none of them has changed,
    neither has the page.
    """

    path: str
    seen: Collection[str]
    render: Callable[[], str]


def shared_pages(
    clients: Sequence[ClientSummary],
    own: Mapping[str, PersonTasks],
    checks: Sequence[Explanation],
    context: PageContext,
    environment: Environment,
) -> Iterator[SharedPage]:
    """Paths are from the root of the language's docs. `own`: what each person has in `clients`, whose order changes
    nothing.
    """
    ordered = sorted(clients, key=lambda client: client.id)
    everybody = [client.id for client in ordered]
    common = {"as_of": context.today.isoformat(), "page_day": context.today}

    def page(path: str, seen: Collection[str], template: str, make: Callable[[], _Page]) -> SharedPage:
        return SharedPage(path, seen, lambda: environment.get_template(template).render(page=make(), **common))

    names = {client.id: client.name for client in ordered}
    roles = _role_titles(context)
    people = tuple(context.people.values())
    yield page(home_page.PATH, everybody, home_page.TEMPLATE, partial(home_page.home_page, ordered, context))
    yield page(
        clients_page.PATH, everybody, clients_page.TEMPLATE, partial(clients_page.clients_page, ordered, context)
    )
    load = partial(workload_page.workload_page, ordered, own, roles, context)
    yield page(workload_page.PATH, everybody, workload_page.TEMPLATE, load)
    weeks = partial(calendar_page.calendar_page, ordered, context)
    yield page(calendar_page.PATH, everybody, calendar_page.TEMPLATE, weeks)
    report = partial(reports_page.reports_page, ordered, roles, context)
    yield page(reports_page.PATH, everybody, reports_page.TEMPLATE, report)
    index = partial(people_page.people_page, people, own, roles, context)
    yield page(person_page.INDEX, everybody, people_page.TEMPLATE, index)
    for person in people:
        theirs = own.get(person.id, NOTHING)
        make = partial(person_page.person_page, person, theirs, names, roles, context)
        yield page(person_path(person.id), _seen_by(theirs), person_page.TEMPLATE, make)
    for process in context.processes.values():
        folder = process_page.process_folder(process.id, context.processes)
        make_process = partial(process_page.process_page, process, context)
        yield page(f"{folder}/index.md", (), process_page.INDEX_TEMPLATE, make_process)
        for role in process.roles:
            make_role = partial(process_page.process_role_page, role, process, context)
            yield page(f"{folder}/{role}.md", (), process_page.ROLE_TEMPLATE, make_role)
    for process in context.processes.values():
        make_form = partial(new_client_page.new_client_page, process, context)
        yield page(new_client_page.new_client_path(process.id, context), (), new_client_page.TEMPLATE, make_form)
    yield SharedPage(new_client_page.CLIENTS, everybody, partial(clients_data, ordered))
    yield page(checks_page.PATH, (), checks_page.TEMPLATE, partial(checks_page.checks_page, checks, context))
    for check in checks:
        explained = partial(check_page.check_page, check, context)
        yield page(check_page.check_path(check.code), (), check_page.TEMPLATE, explained)


_Page = (
    calendar_page.CalendarPage
    | check_page.CheckPage
    | checks_page.ChecksPage
    | home_page.HomePage
    | new_client_page.NewClientPage
    | clients_page.ClientsPage
    | people_page.PeoplePage
    | person_page.PersonPage
    | process_page.ProcessPage
    | process_page.ProcessRolePage
    | reports_page.ReportsPage
    | workload_page.WorkloadPage
)


def _role_titles(context: PageContext) -> Mapping[str, str]:
    titles: dict[str, str] = {}
    for process in context.processes.values():
        titles |= {role.id: role.title.say(context.language) for role in process.roles.values()}
    return titles


def _seen_by(own: PersonTasks) -> Collection[str]:
    open_tasks = (one.client.id for one in own.open)
    done = (one.client.id for one in own.done_lately)
    meetings = (one.client.id for one in own.meetings)
    return sorted({*own.clients, *open_tasks, *done, *meetings})
