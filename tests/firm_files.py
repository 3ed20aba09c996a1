"""A firm's plain data as files, and the same data in other clothes."""

from collections.abc import Callable
from typing import Any

import yaml

from firm_moves import Firm
from gate_cases import practice

PROCESS = "templates/processes/client-onboarding.yaml"
PEOPLE = "templates/people.yaml"
Files = dict[str, Any]


def as_files(firm: Firm, like: Firm | None = None, known: Files | None = None) -> Files:
    """`known`: the files of the firm `like`, whose text stays where the data does."""
    return _written(firm, like, known, _dumped)


def rewritten(firm: Firm, like: Firm, known: Files) -> Files:
    """What differs from `like` in other clothes: keys turned round, a comment, indentation, CRLF, no final newline."""
    return _written(firm, like, known, _turned)


def _written(firm: Firm, like: Firm | None, known: Files | None, write: Callable[[Any], str]) -> Files:
    parts = {f"clients/{name}.yaml": client for name, client in firm.clients.items()}
    parts |= {PROCESS: firm.process, PEOPLE: firm.people}
    old = {} if like is None else {f"clients/{name}.yaml": client for name, client in like.clients.items()}
    if like is not None:
        old |= {PROCESS: like.process, PEOPLE: like.people}
    same = {path: known[path] for path, data in parts.items() if known and path in old and old[path] == data}
    texts = {path: write(data) for path, data in parts.items() if path not in same}
    return {"templates/firm.yaml": practice()["templates/firm.yaml"], **same, **texts}


class Plain(yaml.CSafeDumper):
    """Without anchors, which it would make of days that are the same object."""

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def _dumped(data: Any) -> str:
    return yaml.dump(data, Dumper=Plain, allow_unicode=True, sort_keys=False)


def _turned(data: Any) -> str:
    text = yaml.dump(_backwards(data), Dumper=Plain, allow_unicode=True, sort_keys=False, indent=6, width=10_000)
    return ("# status: closed\n" + text.rstrip("\n") + "  # loppu").replace("\n", "\r\n") if ": |" not in text else text


def _backwards(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _backwards(value) for key, value in reversed(data.items())}
    return [_backwards(item) for item in data] if isinstance(data, list) else data
