"""A client's dates, with the process's defaults where the client's own is not known yet."""

from collections.abc import Mapping
from datetime import date

from aloitus.calendar import WorkingDays, add_days, add_months, end_of_month
from aloitus.model.client import Client
from aloitus.model.due_rule import DueRule, Unit
from aloitus.model.process import Process
from aloitus.plan.effective_dating import SERVICE_START, SERVICE_STARTED
from aloitus.plan.profile import only_service


class ClientDates:
    """Looks days up by their key, for the whole client or for a service that starts on a day of its own.

    A date that the client gave holds for everybody. A default counts from the own start of the service that the
    date belongs to (`when` names exactly one), else of the service that asks, else from the client's start.
    """

    def __init__(
        self, process: Process, given: Mapping[str, date], own_starts: Mapping[str | None, date], workdays: WorkingDays
    ) -> None:
        self._process = process
        self._given = given
        self._own_starts = own_starts
        self._workdays = workdays
        self._known: dict[tuple[str, str | None], date | None] = {}

    def day(self, key: str, service: str | None = None) -> date | None:
        """The day called `key`, for `service`; None when neither the client nor a default tells it."""
        asked = (key, service)
        way: list[tuple[tuple[str, str | None], DueRule]] = []
        while asked not in self._known:
            self._known[asked] = self._given_day(*asked)  # None is what a default that leads back to itself finds
            kind = self._process.dates.get(asked[0])
            if kind and kind.default and not self._is_given(*asked):
                way.append((asked, kind.default))
                asked = (kind.default.start, only_service(kind.when) or asked[1])
        day = self._known[asked]
        for asked, rule in reversed(way):
            counted = self._counted(rule, day)
            day = self._known[asked] = counted and self._workdays.roll_back(counted)
        return day

    def count(self, rule: DueRule, service: str | None = None) -> date | None:
        """The day that `rule` comes to, not rolled; None when its start isn't known."""
        return self._counted(rule, self.day(rule.start, service))

    def all(self, services: tuple[str, ...], facts: tuple[str, ...]) -> Mapping[str, date]:
        """The client's own dates, and the defaults of those that concern it, in the process's order."""
        found = {
            kind.id: day
            for kind in self._process.dates.values()
            if (kind.id in self._given or kind.when.holds(services, facts)) and (day := self.day(kind.id))
        }
        return found | dict(sorted(self._given.items()))

    def from_real_start(self) -> "ClientDates":
        """The same dates where production began later than agreed: counted from the day that it began."""
        agreed, real = self._given.get(SERVICE_START), self._given.get(SERVICE_STARTED)
        if real is None or (agreed is not None and real <= agreed):
            return self
        return ClientDates(self._process, {**self._given, SERVICE_START: real}, self._own_starts, self._workdays)

    def _counted(self, rule: DueRule, day: date | None) -> date | None:
        if day is None:
            return None
        if rule.end_of_month:
            day = end_of_month(day)
        for offset in rule.offsets:
            if offset.unit is Unit.WORKDAYS:
                day = self._workdays.add(day, offset.amount)
            elif offset.unit is Unit.DAYS:
                day = add_days(day, offset.amount)
            else:
                day = add_months(day, offset.amount)
        return day

    def _is_given(self, key: str, service: str | None) -> bool:
        return key in self._given or (key == SERVICE_START and service in self._own_starts)

    def _given_day(self, key: str, service: str | None) -> date | None:
        if key == SERVICE_START and service in self._own_starts:
            return self._own_starts[service]
        return self._given.get(key)


def services_apart(client: Client) -> frozenset[str]:
    """The services of the client that start on a day of their own."""
    return frozenset(client.service_starts) & frozenset(client.services)


def client_dates(process: Process, client: Client, workdays: WorkingDays) -> ClientDates:
    starts = client.service_starts
    own_starts: dict[str | None, date] = {
        service: day for service in services_apart(client) if (day := starts[service].agreed)
    }
    return ClientDates(process, client.dates, own_starts, workdays)
