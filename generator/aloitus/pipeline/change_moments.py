"""When what a client's calendar entries are made from was last changed, by the repository's history.

What was found is remembered with its commit, so that the next run looks at later commits only.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from aloitus.pipeline.opened import OpenPractice
from aloitus.pipeline.render_cache import read_lines, write_lines
from aloitus.snapshot.last_changes import NOTHING, LastChanges, last_changes

FORMAT = "changes 1"
TEMPLATES = "templates/"
FOLDERS = ("clients", "templates")


def change_moments(practice: OpenPractice, cache: Path, *, dry: bool = False) -> Mapping[str, int]:
    """By client id, seconds since 1970; 0 where there is no history. With `dry`, nothing is remembered.

    A client's entries change with its own file, and with the process, the people and the firm.
    """
    known = _read(cache)
    found = last_changes(practice.root, FOLDERS, known)
    if found != known and not dry:
        write_lines(cache, FORMAT, [list(found)])
    templates = (at for path, at in found.moments.items() if path.startswith(TEMPLATES) and path.endswith(".yaml"))
    of_all = max(templates, default=0)
    return {client: max(of_all, found.moments.get(path, 0)) for client, path in practice.clients.items()}


def _read(cache: Path) -> LastChanges:
    rows = [LastChanges(*json.loads(line)) for line in read_lines(cache, FORMAT)]
    return rows[0] if rows else NOTHING
