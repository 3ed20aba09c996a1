"""The extracts of clients that nobody asked about, remembered so that checking one client needn't read them all.

It only ever saves work: an extract counts for a file with the same bytes, read by the same program. A comparison with
a base never comes here.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from aloitus.loading.practice import load_client
from aloitus.pipeline.fan_out import fan_out
from aloitus.pipeline.opened import OpenPractice
from aloitus.pipeline.render_cache import hash_of, program_stamp, read_lines, write_lines
from aloitus.rules.firm.client_extract import ClientExtract, extract

FORMAT = "extracts 1"

Known = Mapping[str, tuple[str, ClientExtract | None]]
"""By path: the hash of what it was made from, and the extract; None of a file that can't be read."""


def extracts(practice: OpenPractice, paths: Sequence[str], cache: Path) -> list[ClientExtract | None]:
    """The extract of each file, from the cache where its bytes are the same."""
    known = _read(cache)
    program = program_stamp().encode()
    keys = {path: hash_of(program, practice.files[path]) for path in paths}
    missing = [path for path in paths if path not in known or known[path][0] != keys[path]]
    made = dict(zip(missing, fan_out(missing, lambda path: _extract(practice, path)), strict=True))
    found = {path: made[path] if path in made else known[path][1] for path in paths}
    if made:
        write_lines(cache, FORMAT, [[path, keys[path], one] for path, one in found.items()])
    return list(found.values())


def _extract(practice: OpenPractice, path: str) -> ClientExtract | None:
    languages = practice.firm.languages
    client = load_client(path, practice.files[path], first_language=languages[0], languages=languages).value
    return extract(client, path) if client else None


def _read(cache: Path) -> Known:
    return {path: (key, _from_json(row)) for path, key, row in map(json.loads, read_lines(cache, FORMAT))}


def _from_json(row: list[Any] | None) -> ClientExtract | None:
    if row is None:
        return None
    made = ClientExtract(*row)
    return made._replace(invoices=tuple((item, number) for item, number in made.invoices))
