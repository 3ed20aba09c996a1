"""All pages of one client, as Markdown by path."""

from jinja2 import Environment

from aloitus.model.client import ClientStatus
from aloitus.pages import client_page, meeting_page, role_page
from aloitus.pages.context import PageContext
from aloitus.plan.client_plan import ClientPlan


def render_client(plan: ClientPlan, context: PageContext, environment: Environment) -> dict[str, str]:
    """The client's overview and, while the onboarding runs, a checklist a role and an agenda a meeting.

    Paths are from the root of the language's docs. A closed or cancelled client keeps its overview alone.
    """
    pages: dict[str, str] = {}
    common = {"as_of": context.today.isoformat(), "page_day": context.today}
    overview = client_page.client_page(plan, context)
    pages[overview.path] = environment.get_template(client_page.TEMPLATE).render(page=overview, **common)
    if plan.client.status in (ClientStatus.PLANNED, ClientStatus.ACTIVE):
        checklist = environment.get_template(role_page.TEMPLATE)
        for role in plan.roles:
            page = role_page.role_page(role, plan, context)
            pages[page.path] = checklist.render(page=page, **common)
        agenda = environment.get_template(meeting_page.TEMPLATE)
        for meeting in plan.meetings:
            sheet = meeting_page.meeting_page(meeting, plan, context)
            pages[sheet.path] = agenda.render(page=sheet, **common)
    return pages
