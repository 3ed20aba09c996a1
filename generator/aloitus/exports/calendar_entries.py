"""The entries that a client brings to calendars: the same in each of them.

A feed is for the team, yet its address may be passed on: an entry tells what, when, who and where in the wiki, and
never a reason or a note.
"""

from datetime import UTC, date, datetime, time
from urllib.parse import quote

from aloitus.exports.calendar_ics import Event, EventState
from aloitus.exports.feed_context import FeedContext
from aloitus.model.client import CLIENT_SIDE, ClientStatus
from aloitus.plan.client_plan import MeetingState, TaskKind
from aloitus.plan.client_summary import ClientSummary, GateSummary, MeetingSummary, OpenTask
from aloitus.plan.happenings import Happening

PROJECT_MANAGER = "project-manager"
COUNTED_FROM = int(datetime(2020, 1, 1, tzinfo=UTC).timestamp())
"""A sequence number has 31 bits: seconds since 1970 fill them in 2038, since 2020 in 2088."""
LAST = COUNTED_FROM + 2**31 - 1
STATES = {
    MeetingState.HELD: EventState.CONFIRMED,
    MeetingState.PLANNED: EventState.CONFIRMED,
    MeetingState.NOT_PLANNED: EventState.TENTATIVE,
    MeetingState.CANCELLED: EventState.CANCELLED,
}
OVERVIEW = ""


class ClientEntries:
    """Of one client, in one language. An entry is known by ids, so that a new name makes no new entry of it."""

    def __init__(self, client: ClientSummary, context: FeedContext) -> None:
        self._client = client
        self._context = context
        self._process = context.processes.get(client.process)
        self._over = client.status.is_over
        self._whose: dict[tuple[str | None, tuple[str, ...]], str] = {}
        changed = min(context.changed.get(client.id, 0), LAST)
        midnight = datetime.combine(context.today, time.min, UTC)
        self._stamp = changed or int(midnight.timestamp())
        self._sequence = max(0, changed - COUNTED_FROM)

    def happening(self, one: Happening) -> Event | None:
        """A meeting or a start; None of what a closed onboarding did without."""
        if one.meeting:
            return self._meeting(one.meeting, one.day)
        return self._start(one.gate, one.day) if one.gate else None

    def due(self, task: OpenTask) -> Event | None:
        """The day by which it has to be done; None without one, and of what a meeting does: that has its own entry."""
        if task.due is None or (task.meeting and task.kind is TaskKind.PROCESS):
            return None
        known = self._process.tasks.get(task.id) if self._process else None
        title = task.title or (known.title if known else None)
        kind = "task" if task.kind is TaskKind.PROCESS else task.kind.value
        return self._event(
            ".".join((kind, *([task.meeting] if task.meeting else []), task.id)),
            title.say(self._context.wording.language) if title else task.id,
            "due",
            task.due,
            self._doer(task.role, task.people),
            f"{task.role}/" if task.role else OVERVIEW,
        )

    def _meeting(self, meeting: MeetingSummary, day: date) -> Event | None:
        state = self._state(STATES[meeting.state], took_place=meeting.state is MeetingState.HELD)
        if state is None:
            return None
        say = self._context.wording
        known = self._process.meetings.get(meeting.id) if self._process else None
        title = known.title.say(say.language) if known else meeting.id
        names = tuple(map(self._context.person_name, meeting.people))
        return self._event(
            f"meeting.{meeting.id}",
            say("feeds.unarranged", meeting=title) if state is EventState.TENTATIVE else title,
            "meeting",
            (meeting.agreed or day) if state is EventState.CANCELLED else day,
            say("feeds.participants", people=names) if names else "",
            f"meetings/{meeting.id}/",
        )._replace(time=meeting.time, minutes=meeting.duration, state=state)

    def _start(self, gate: GateSummary, day: date) -> Event | None:
        state = self._state(EventState.CONFIRMED, took_place=gate.passed_on is not None)
        if state is None:
            return None
        say, uid = self._context.wording, "start"
        title = say("pages.production-started" if gate.passed_on else "pages.production-starts")
        if gate.service:
            known = self._process.services.get(gate.service) if self._process else None
            service = known.title.say(say.language) if known else gate.service
            uid, title = f"start.{gate.service}", say("calendar.of-service", what=title, service=service)
        manager = self._doer(PROJECT_MANAGER, self._client.team.get(PROJECT_MANAGER, ()))
        return self._event(uid, title, "start", day, manager, OVERVIEW)._replace(state=state)

    def _state(self, state: EventState, *, took_place: bool) -> EventState | None:
        """Of an onboarding that was closed, what hasn't taken place is gone; a cancelled one calls it off."""
        if took_place or not self._over:
            return state
        return EventState.CANCELLED if self._client.status is ClientStatus.CANCELLED else None

    def _event(self, uid: str, title: str, category: str, day: date, who: str, page: str) -> Event:
        """`page`: from the client's overview; of an onboarding that is over the overview is what is left."""
        say, client = self._context.wording, self._client
        place = f"clients/{client.id}/{'' if self._over else page}"
        address = self._context.address and self._context.address + quote(place)
        return Event(
            uid=f"{client.id}.{uid}@aloitus",
            title=say("feeds.title", client=client.name, what=title),
            category=say(f"feeds.category-{category}"),
            day=day,
            time=None,
            minutes=0,
            state=EventState.CONFIRMED,
            details=tuple(line for line in (who, address or say("feeds.in-wiki", place=place)) if line),
            address=address,
            stamp=self._stamp,
            sequence=self._sequence,
        )

    def _doer(self, role: str | None, people: tuple[str, ...]) -> str:
        """`Kirjanpitäjä: Matti Mäkinen`; of an action, which no role has, the name alone."""
        if (role, people) not in self._whose:
            self._whose[role, people] = self._say_doer(role, people)
        return self._whose[role, people]

    def _say_doer(self, role: str | None, people: tuple[str, ...]) -> str:
        say = self._context.wording
        if not people:
            name = say("pages.not-staffed")
        else:
            name = say("pages.the-client") if people[0] == CLIENT_SIDE else self._context.person_name(people[0])
        if role is None:
            return name
        known = self._process.roles.get(role) if self._process else None
        return say("feeds.doer", role=known.title.say(say.language) if known else role, name=name)
