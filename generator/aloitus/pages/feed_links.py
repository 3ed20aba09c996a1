"""The line on a page that leads to a calendar of its own, and to how it's subscribed to."""

from aloitus.pages import fragments
from aloitus.pages.calendar_page import PATH, SUBSCRIBE
from aloitus.pages.context import PageContext
from aloitus.pages.markup import Markup


def feed_links(page: str, feed: str, text: str, context: PageContext) -> Markup:
    """`feed`: the calendar's path; `text`: what its link says."""
    how = fragments.link(context.wording("calendar.how"), fragments.address(page, PATH) + SUBSCRIBE)
    line = fragments.link(text, fragments.file_address(page, feed)) + Markup(" · ") + how
    return Markup('<p class="more">') + line + Markup("</p>")
