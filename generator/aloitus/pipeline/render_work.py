"""The parts of a render: each client's pages, those that look across clients, and files copied as they are."""

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from aloitus.exports.calendar_ics import frame
from aloitus.findings import Finding, Severity
from aloitus.pages.manifest import Manifest
from aloitus.pages.writer import Change, PageWriter
from aloitus.pipeline.checking import ClientChecker
from aloitus.pipeline.editions import Edition, client_pages, editions, pages_across
from aloitus.pipeline.feeds import client_feeds, feeds_across
from aloitus.pipeline.opened import OpenPractice
from aloitus.pipeline.page_sources import PageSources, page_sources
from aloitus.pipeline.render_cache import Remembered, hash_of, pack, program_stamp, stamp_of
from aloitus.plan.client_summary import ClientSummary
from aloitus.plan.person_tasks import tasks_by_person
from aloitus.plan.summary import summarise
from aloitus.plan.summary_json import to_json

ACROSS = "@"
"""What the names of parts that look across clients begin with; no client's id does."""

Digests = Mapping[str, str]
"""By client id: hashes of their summaries."""
Cache = Mapping[str, Remembered]


class Part(NamedTuple):
    """`key`: hash of all that it's made from. `stamp`: how its files stand on the disk; None when they weren't written.

    `summary`: of a client that could be read, packed, what the pages across clients need. `errors` are of its file.
    """

    name: str
    key: str
    paths: tuple[str, ...]
    changes: Mapping[str, Change]
    stamp: str | None = None
    summary: str | None = None
    errors: tuple[Finding, ...] = ()

    def remembered(self) -> Remembered | None:
        """For the next run; a part with errors is made anew then, so that they are told again."""
        if self.stamp is None or self.errors:
            return None
        return Remembered(self.key, self.stamp, self.paths, self.summary)


class RenderWork:
    """One run over one practice. What its processes share is worked out once, before they are forked.

    `changed`: by client id, a moment that grows with each change of the client's calendar entries.
    """

    def __init__(
        self, practice: OpenPractice, today: date, manifest: Manifest, changed: Mapping[str, int], *, dry: bool
    ) -> None:
        self._practice = practice
        self._today = today
        self._manifest = manifest
        self._changed = changed
        self._dry = dry
        self._known = manifest.paths()
        self._sources = page_sources(practice, practice.firm.languages)
        self._base = _base(practice, self._sources, today)
        self._writers: dict[int, PageWriter] = {}

    @cached_property
    def _checker(self) -> ClientChecker:
        return ClientChecker(self._practice, self._today)

    @cached_property
    def _editions(self) -> Mapping[str, Edition]:
        return editions(self._practice, self._sources, self._today, self._changed)

    @property
    def languages(self) -> tuple[str, ...]:
        return self._practice.firm.languages

    def prepare(self) -> None:
        """Makes what every process needs, before they are forked."""
        self._checker, self._editions  # noqa: B018 -- made by being asked for
        frame(self._practice.firm.timezone)

    def standing(self, client: str, remembered: Remembered) -> Part | None:
        """The client's part as the last run left it, if nothing that it's made from has changed since."""
        return self._standing(client, self._client_key(client), remembered)

    def client(self, client: str) -> Part:
        """Renders one client in every language."""
        path = self._practice.clients[client]
        file = self._checker.reader.decode(path, self._practice.files[path])
        wikis = tuple(self._editions.values())
        summary = summarise(file.shown) if file.shown else None
        feeds = client_feeds(summary, wikis) if summary else ()
        paths, changes = self._put((page, text.encode()) for page, text in (*client_pages(file, wikis), *feeds))
        errors = tuple(finding for finding in self._checker.findings(file) if finding.severity is Severity.ERROR)
        written = pack(to_json(summary)) if summary else None
        return Part(client, self._client_key(client), paths, changes, self._stamp(paths), written, errors)

    def summary(self, client: str) -> str | None:
        """Of a client that another shard renders."""
        plan = self._checker.reader.read(self._practice.clients[client]).shown
        return pack(to_json(summarise(plan))) if plan else None

    def across_standing(self, language: str, digests: Digests, cache: Cache) -> list[Part] | None:
        """All that looks across clients, in one language, as the last run left it; None if any client has changed."""
        name = f"{ACROSS}{language}"
        remembered = cache.get(name)
        standing = self._standing(name, self._across_key(language, digests), remembered) if remembered else None
        if standing is None:
            return None
        # the stamp of them all was right, so it needn't be asked of each
        pages = {path: cache.get(f"{ACROSS}{path}") for path in standing.paths}
        return [
            standing,
            *(Part(f"{ACROSS}{path}", one.key, one.paths, {}, one.stamp) for path, one in pages.items() if one),
        ]

    def across(self, read: Sequence[ClientSummary], digests: Digests, cache: Cache, language: str) -> list[Part]:
        """Renders what looks across clients, in one language, but for pages whose clients haven't changed."""
        parts, edition = [], self._editions[language]
        ordered = sorted(read, key=lambda client: client.id)
        own = tasks_by_person(ordered, self._today)
        for page in (*pages_across(ordered, own, edition), *feeds_across(ordered, own, edition)):
            name = f"{ACROSS}{page.path}"
            key = self._key(page.path.encode(), *(digests[client].encode() for client in page.seen))
            remembered = cache.get(name)
            standing = self._standing(name, key, remembered) if remembered else None
            if standing is None:
                paths, changes = self._put([(page.path, page.render().encode())])
                standing = Part(name, key, paths, changes, self._stamp(paths))
            parts.append(standing)
        paths = tuple(path for part in parts for path in part.paths)
        whole = Part(f"{ACROSS}{language}", self._across_key(language, digests), paths, {}, self._stamp(paths))
        return [whole, *parts]

    def _across_key(self, language: str, digests: Digests) -> str:
        return self._key(language.encode(), *(part.encode() for one in sorted(digests.items()) for part in one))

    def copies(self) -> Part:
        """Guides and assets, which are read and compared every time: they are few."""
        paths, changes = self._put(self._sources.copies.items())
        return Part("", "", paths, changes)

    def _standing(self, name: str, key: str, remembered: Remembered) -> Part | None:
        if remembered.key != key or remembered.stamp != self._stamp(remembered.paths):
            return None
        return Part(name, key, remembered.paths, {}, remembered.stamp, remembered.summary)

    def digest(self, client: str, summary: str) -> str:
        """Of all that others see of the client."""
        return hash_of(summary.encode(), b"%d" % self._changed[client])

    def _client_key(self, client: str) -> str:
        return self._key(self._practice.files[self._practice.clients[client]], b"%d" % self._changed[client])

    def _key(self, *parts: bytes) -> str:
        return hash_of(self._base, *parts)

    def _put(self, files: Iterable[tuple[str, bytes]]) -> tuple[tuple[str, ...], dict[str, Change]]:
        writer = self._writer()
        paths = []
        changes = {}
        for path, content in files:
            paths.append(path)
            change = writer.put(path, content)
            if change is not None:
                changes[path] = change
        return tuple(paths), changes

    def _stamp(self, paths: Iterable[str]) -> str | None:
        return stamp_of(str(self._manifest.folder), paths)

    def _writer(self) -> PageWriter:
        """Each process has its own, with a journal of its own."""
        process = os.getpid()
        if process not in self._writers:
            journal = self._manifest.journal(process)
            self._writers[process] = PageWriter(self._manifest.folder, journal, self._known, dry=self._dry)
        return self._writers[process]


def _base(practice: OpenPractice, sources: PageSources, today: date) -> bytes:
    """Hash of all that every page depends on."""
    files = practice.files
    named = [path for path in files if path.startswith("templates/")]
    parts = [part for path in named for part in (path.encode(), files[path])]
    others = repr((sources.guides, sources.addresses)).encode()
    return hash_of(program_stamp().encode(), str(today).encode(), others, *parts).encode()
