"""All pages of a practice, from its files to `site/docs`: what is as it was is left alone."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from aloitus.findings import Finding, Severity
from aloitus.pages.manifest import Manifest
from aloitus.pages.writer import Change, clear_partial, remove
from aloitus.pipeline.change_moments import change_moments
from aloitus.pipeline.fan_out import WORTH_SHARING, Progress, fan_out, workers_for
from aloitus.pipeline.lock import WORK
from aloitus.pipeline.opened import OpenPractice
from aloitus.pipeline.render_cache import Remembered, read_cache, unpack, write_cache
from aloitus.pipeline.render_work import Part, RenderWork
from aloitus.plan.summary_json import from_json

DOCS = Path("site", "docs")
CACHE = Path(WORK, "render-cache")
CHANGES = Path(WORK, "changes")

Shard = tuple[int, int]
"""`(3, 16)`: the third of sixteen."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a run did, or would do: `changes` by path from `site/docs`; and the errors in the files that it read."""

    changes: Mapping[str, Change]
    errors: tuple[Finding, ...]
    clients: int


def render(
    practice: OpenPractice,
    today: date,
    *,
    dry: bool = False,
    shard: Shard | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Rendering:
    """Brings `site/docs` up to date, or with `dry` only finds out what that would take.

    A shard renders the clients whose ids fall into it; the first one also the pages that look across clients.
    """
    manifest = Manifest(practice.root / DOCS, f"{shard[0]}-of-{shard[1]}" if shard else "")
    if not dry:
        manifest.folder.mkdir(parents=True, exist_ok=True)
        clear_partial(manifest.folder)
    changed = change_moments(practice, practice.root / CHANGES, dry=dry)
    run = _Run(RenderWork(practice, today, manifest, changed, dry=dry), read_cache(practice.root / CACHE), workers)
    clients = run.clients([client for client in practice.clients if is_in_shard(client, shard)], progress)
    parts = list(clients)
    if shard is None or shard[0] == 1:
        parts += run.shared(clients, [client for client in practice.clients if not is_in_shard(client, shard)])
    paths = {path for part in parts for path in part.paths}
    changes = {path: change for part in parts for path, change in part.changes.items()}
    gone = manifest.paths() - paths
    if dry:
        changes |= dict.fromkeys((path for path in gone if (manifest.folder / path).exists()), Change.REMOVED)
    else:
        changes |= dict.fromkeys(remove(manifest.folder, gone), Change.REMOVED)
        manifest.replace(paths)
        write_cache(practice.root / CACHE, run.to_remember(parts))
    errors = [finding for finding in practice.templates.findings if finding.severity is Severity.ERROR]
    errors += [finding for part in parts for finding in part.errors]
    return Rendering(dict(sorted(changes.items())), tuple(errors), len(clients))


def is_in_shard(client: str, shard: Shard | None) -> bool:
    """Whether the SHA-256 of the id falls into the shard's part of all hashes."""
    if shard is None:
        return True
    part, parts = shard
    return int.from_bytes(hashlib.sha256(client.encode()).digest(), "big") * parts >> 256 == part - 1


class _Run:
    def __init__(self, work: RenderWork, cache: Mapping[str, Remembered], workers: int | None) -> None:
        self._work = work
        self._cache = cache
        self._workers = workers

    def clients(self, names: list[str], progress: Progress | None) -> list[Part]:
        """Each client's part, in the order of the ids: as it stands where that is right, else rendered."""
        standing = fan_out(names, self._standing_client, workers=self._workers)
        missing = [name for name, part in zip(names, standing, strict=True) if part is None]
        if missing:
            self._work.prepare()
        rendered = fan_out(missing, self._work.client, workers=self._workers, progress=progress)
        made = dict(zip(missing, rendered, strict=True))
        return [part or made[name] for name, part in zip(names, standing, strict=True)]

    def shared(self, clients: list[Part], others: list[str]) -> list[Part]:
        """What looks across all clients, `others` being those of other shards; and the files that are copied."""
        summaries = {part.name: part.summary for part in clients}
        summaries |= dict(zip(others, fan_out(others, self._work.summary, workers=self._workers), strict=True))
        known = {name: summary for name, summary in summaries.items() if summary is not None}
        return [*self._across(known), self._work.copies()]

    def _across(self, summaries: dict[str, str]) -> list[Part]:
        digests = {name: self._work.digest(name, summary) for name, summary in summaries.items()}
        standing = {name: self._work.across_standing(name, digests, self._cache) for name in self._work.languages}
        missing = [language for language, parts in standing.items() if parts is None]
        made: dict[str, list[Part]] = {}
        if missing:
            self._work.prepare()
            read = [from_json(unpack(summary)) for summary in summaries.values()]
            workers = min(len(missing), 1 if len(read) < WORTH_SHARING else self._workers or workers_for(len(read)))
            across = partial(self._work.across, read, digests, self._cache)
            made = dict(zip(missing, fan_out(missing, across, workers=workers), strict=True))
        return [part for language, parts in standing.items() for part in parts or made[language]]

    def to_remember(self, parts: list[Part]) -> dict[str, Remembered]:
        return {part.name: remembered for part in parts if (remembered := part.remembered())}

    def _standing_client(self, name: str) -> Part | None:
        remembered = self._cache.get(name)
        return self._work.standing(name, remembered) if remembered else None
