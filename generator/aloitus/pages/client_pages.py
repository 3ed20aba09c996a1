"""All pages of one client, as Markdown by path."""

from collections.abc import Iterator

from jinja2 import Environment

from aloitus.model.client import ClientStatus
from aloitus.pages import client_page, material_request_page, meeting_page, role_page
from aloitus.pages.closing import closure_page, record_page
from aloitus.pages.context import PageContext
from aloitus.plan.client_plan import ClientPlan

_Page = (
    client_page.ClientPage
    | closure_page.ClosurePage
    | material_request_page.MaterialRequestPage
    | meeting_page.MeetingPage
    | record_page.ClosingRecordPage
    | role_page.RolePage
)


def render_client(plan: ClientPlan, context: PageContext, environment: Environment) -> dict[str, str]:
    """While the onboarding runs: the overview, a checklist a role, an agenda a meeting, the material request and what
    the closing lacks. A closed client keeps its overview and its closing record, a cancelled one its overview alone,
    which tells of the cancelling.

    Paths are from the root of the language's docs.
    """
    common = {"as_of": context.today.isoformat(), "page_day": context.today}
    return {
        page.path: environment.get_template(template).render(page=page, **common)
        for template, page in _pages(plan, context)
    }


def _pages(plan: ClientPlan, context: PageContext) -> Iterator[tuple[str, _Page]]:
    yield client_page.TEMPLATE, client_page.client_page(plan, context)
    if plan.client.status is ClientStatus.CLOSED:
        yield record_page.TEMPLATE, record_page.closing_record_page(plan, context)
    if plan.client.status.is_over:
        return
    for role in plan.roles:
        yield role_page.TEMPLATE, role_page.role_page(role, plan, context)
    for meeting in plan.meetings:
        yield meeting_page.TEMPLATE, meeting_page.meeting_page(meeting, plan, context)
    yield material_request_page.TEMPLATE, material_request_page.material_request_page(plan, context)
    yield closure_page.TEMPLATE, closure_page.closure_page(plan, context)
