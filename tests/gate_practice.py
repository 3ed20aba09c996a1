"""The cases' practice in memory, and what is laid over it before and after a change."""

from collections.abc import Mapping
from typing import Any

import yaml

from gate_cases import practice
from git_history import SUBMODULE, SYMLINK, Content, Odd

CLIENT = "clients/esimerkki.yaml"


def start() -> dict[str, Content]:
    """The cases' practice, with a client that examples are laid over, and one whose last task is open."""
    client = _load(practice()["clients/acme.yaml"])
    almost = _load(practice()["clients/acme.yaml"])
    almost["tasks"]["agree-chart-of-accounts"] = {"status": "open"}
    return {
        **practice(),
        CLIENT: _dump(_called("Esimerkki Oy", "9000047-6", "30001", client)),
        "clients/melkein.yaml": _dump(_called("Melkein Oy", "9000055-6", "30002", almost)),
    }


def _called(name: str, business_id: str, invoice: str, client: dict[str, Any]) -> dict[str, Any]:
    for item in client["invoicing"]["items"].values():
        item["invoice"] = invoice
    return {**client, "name": name, "business_id": business_id}


def laid_over(files: Mapping[str, Content], path: str, text: str) -> dict[str, Content]:
    """`files` with an example in its place: nothing there, a link, a text as it stands, or laid over the YAML there."""
    rest = {known: content for known, content in files.items() if known != path}
    if not text:
        return rest
    if text.startswith("symlink"):
        return {**rest, path: Odd(SYMLINK)}
    if text.startswith("submodule"):
        return {**rest, path: Odd(SUBMODULE)}
    if not path.endswith(".yaml") or text.startswith("name: ") or "[Esim" in text:
        return {**rest, path: text}
    under = files.get(path, files[CLIENT])
    return {**rest, path: _dump(_merged(_load(under), _load(text)))}


def _merged(under: Any, over: Any) -> Any:
    if not isinstance(under, dict) or not isinstance(over, dict):
        return over
    merged = {**under, **{key: _merged(under.get(key), value) for key, value in over.items()}}
    return {key: value for key, value in merged.items() if value is not None}


def _load(content: Content) -> Any:
    assert not isinstance(content, Odd)
    return yaml.safe_load(content)


def _dump(tree: Any) -> str:
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)
