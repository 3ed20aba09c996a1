"""The wiki in each language: what its pages are made with, and the pages."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from types import MappingProxyType

from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError

from aloitus.errors import UserError
from aloitus.exports.feed_context import FeedContext
from aloitus.findings import Explanation, KeyPath
from aloitus.i18n import Wording, wording
from aloitus.loading.source import Source
from aloitus.model.client import Client
from aloitus.pages.client_pages import render_client
from aloitus.pages.context import PageContext
from aloitus.pages.environment import CompiledTemplates, page_environment
from aloitus.pages.shared_pages import SharedPage, shared_pages
from aloitus.pipeline.client_file import ClientFile
from aloitus.pipeline.opened import OpenPractice
from aloitus.pipeline.page_sources import PageSources
from aloitus.plan.client_summary import ClientSummary
from aloitus.plan.person_tasks import PersonTasks


@dataclass(frozen=True, slots=True)
class Edition:
    language: str
    context: PageContext
    environment: Environment
    feeds: FeedContext


NO_HISTORY: Mapping[str, int] = MappingProxyType({})


def editions(
    practice: OpenPractice, sources: PageSources, today: date, changed: Mapping[str, int] = NO_HISTORY
) -> Mapping[str, Edition]:
    """One for each of the firm's languages; the page templates are compiled here, once for all processes.

    `changed`: by client id, when its calendar entries last changed.
    """
    made, firm, people, processes = {}, practice.firm, practice.people, practice.processes
    compiled = CompiledTemplates()
    for language in practice.firm.languages:
        say = wording(language)
        environment = page_environment(sources.templates, say, compiled)
        for name in sources.templates:
            with _named():
                environment.get_template(name)
        guides = sources.guides[language]
        context = PageContext(say, firm, people, processes, guides, today)
        feeds = FeedContext(say, firm, people, processes, today, sources.addresses.get(language, ""), changed)
        made[language] = Edition(language, context, environment, feeds)
    return made


def client_pages(file: ClientFile, wikis: Sequence[Edition]) -> Iterator[tuple[str, str]]:
    """A client's pages by path from `site/docs`, language by language; none of a client that has nothing to show."""
    plan = file.shown
    if plan is None:
        return
    lines = {plan.client.id: Lines(plan.client, file.loaded.source)}
    for edition in wikis:
        with _named():
            pages = render_client(plan, replace(edition.context, lines=lines), edition.environment)
        for path, text in pages.items():
            yield f"{edition.language}/{path}", text


def pages_across(
    summaries: Sequence[ClientSummary], own: Mapping[str, PersonTasks], edition: Edition
) -> Iterator[SharedPage]:
    """The pages that look across clients, and those of the process and the people, each yet to be made.

    `own`: what each person has in them.
    """
    checks = _checks(edition.context.wording)
    for page in shared_pages(summaries, own, checks, edition.context, edition.environment):
        yield SharedPage(f"{edition.language}/{page.path}", page.seen, partial(_rendered, page))


def _rendered(page: SharedPage) -> str:
    with _named():
        return page.render()


def _checks(say: Wording) -> tuple[Explanation, ...]:
    from aloitus.pipeline.finding_kinds import finding_kinds
    from aloitus.reports.explain import explanations

    return explanations(finding_kinds().values(), say)


class Lines(Mapping[KeyPath, int]):
    """The lines of a client's file that pages link to, found when they're asked for.

    Those of tasks, meetings, actions and invoicing; what has no entry has no line.
    """

    def __init__(self, client: Client, source: Source) -> None:
        self._source = source
        self._keys = {
            *(("tasks", task) for task in client.tasks),
            *(("extra_tasks", task) for task in client.extra_tasks),
            *(("meetings", name) for name in client.meetings),
            *(
                ("meetings", name, "actions", action)
                for name, held in client.meetings.items()
                for action in held.actions
            ),
            *(("invoicing", "items", item) for item in client.invoicing),
            *([("invoicing", "uninvoiced")] if client.uninvoiced else []),
        }

    def __getitem__(self, key: KeyPath) -> int:
        if key not in self._keys:
            raise KeyError(key)
        return self._source.span(key, on_key=True).line

    def __iter__(self) -> Iterator[KeyPath]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


@contextmanager
def _named() -> Iterator[None]:
    """Says in which of the firm's page templates a mistake is, and on which line."""
    try:
        yield
    except TemplateError as error:
        template, line = _place_of(error)
        why = error.message or type(error).__name__
        raise UserError("errors.page-template", template=template, line=line, why=why) from error


def _place_of(error: TemplateError) -> tuple[str, int]:
    """Of a mistake in writing, what jinja says; of one in rendering, the innermost template in the traceback."""
    if isinstance(error, TemplateSyntaxError):
        return error.name or "", error.lineno
    if isinstance(error, TemplateNotFound):
        return str(error.name or ""), 0
    place, trace = ("", 0), error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(".j2"):
            place = (file, trace.tb_lineno)
        trace = trace.tb_next
    return place
