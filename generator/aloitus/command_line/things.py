"""What verbs name: clients, tasks, people and the like, each with what a shell can complete it to."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, time
from typing import Any

import click
from click.shell_completion import CompletionItem

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.spoken import spoken
from aloitus.errors import UserError
from aloitus.pipeline.opened import OpenPractice
from aloitus.plan.client_plan import ClientPlan

Choices = Iterable[tuple[str, str]]
"""What can be named, and what it's called."""


class Thing(click.ParamType[str]):
    """A name; whether there is such a thing is asked when the client has been read."""

    def __init__(self, kind: str, choices: Callable[["Asked"], Choices]) -> None:
        self.name = kind
        self._choices = choices

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002 -- click's signature
        return spoken(ctx)(f"verbs.metavar-{self.name}")

    def shell_complete(
        self,
        ctx: click.Context,
        param: click.Parameter,  # noqa: ARG002 -- click's signature
        incomplete: str,
    ) -> list[CompletionItem]:
        try:
            choices = list(self._choices(Asked(ctx)))
        except UserError:
            return []
        return [CompletionItem(name, help=title) for name, title in choices if name.startswith(incomplete)]


class Asked:
    """The practice, and the client named so far, while a command line is still being typed."""

    def __init__(self, ctx: click.Context) -> None:
        from aloitus.pipeline.opened import open_practice

        invocation: Invocation = ctx.find_root().obj
        self.practice: OpenPractice = open_practice(invocation.root)
        self.language = invocation.says_for(self.practice.firm).language
        self._client = ctx.params.get("client")

    @property
    def plan(self) -> ClientPlan | None:
        from aloitus.command_line.today import today_of_checks
        from aloitus.pipeline.client_file import ClientReader

        path = self.practice.clients.get(str(self._client))
        today = today_of_checks(None, self.practice.firm, datetime.now(UTC))
        return ClientReader(self.practice, today).read(path).plan if path else None

    def titles(self, part: str) -> Choices:
        """Of a part of the process: the client's own, else the first."""
        plan = self.plan
        process = plan.process if plan else next(iter(self.practice.processes.values()), None)
        known: Mapping[str, Any] = getattr(process, part) if process else {}
        return [(name, one.title.say(self.language)) for name, one in known.items()]


def _tasks(asked: Asked) -> Choices:
    plan = asked.plan
    tasks = plan.tasks if plan else ()
    listed = [task for task in tasks if not (task.rule and task.rule.fulfilled_by)]
    return [(task.id, task.title.say(asked.language)) for task in sorted(listed, key=lambda task: task.final)]


def _items(asked: Asked) -> Choices:
    plan = asked.plan
    return [(item.id, item.work.say(asked.language)) for item in plan.client.invoicing.values()] if plan else []


def _dates(asked: Asked) -> Choices:
    from aloitus.recording.dates import movable

    plan = asked.plan
    return [(name, title.say(asked.language)) for name, title in movable(plan).items()] if plan else []


class ClientId(Thing):
    """The path of the client's file will do as well."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ARG002 -- click's signature
        return str(value).removeprefix("clients/").removesuffix(".yaml")


CLIENT = ClientId("client", lambda asked: [(name, "") for name in asked.practice.clients])
TASK = Thing("task", _tasks)
PERSON = Thing(
    "person", lambda asked: [(person.id, person.name) for person in asked.practice.people.values() if not person.left]
)
MEETING = Thing("meeting", lambda asked: asked.titles("meetings"))
ROLE = Thing("role", lambda asked: asked.titles("roles"))
SERVICE = Thing("service", lambda asked: asked.titles("services"))
FACT = Thing("fact", lambda asked: asked.titles("facts"))
DATE = Thing("date", _dates)
ITEM = Thing("item", _items)


class Words(click.ParamType[str]):
    """Free text."""

    def __init__(self, kind: str = "text") -> None:
        self.name = kind

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002 -- click's signature
        return spoken(ctx)(f"verbs.metavar-{self.name}")


class Clock(click.ParamType[time]):
    """`HH:MM`."""

    name = "time"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002 -- click's signature
        return spoken(ctx)("verbs.metavar-time")

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> time:
        if isinstance(value, time):
            return value
        from aloitus.loading.suggestions import as_time

        found = as_time(str(value))
        if found is None:
            raise click.BadParameter(spoken(ctx)("verbs.not-a-time", value=str(value)), ctx, param)
        return time.fromisoformat(found)


class Count(click.ParamType[int]):
    """A whole number from 0."""

    name = "count"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002 -- click's signature
        return "N"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if str(value).isascii() and str(value).isdigit() and len(str(value)) <= len("9999999"):
            return int(value)
        raise click.BadParameter(spoken(ctx)("verbs.not-a-count", value=str(value)), ctx, param)
