"""The small practice with each free text of its files replaced: by a plain token, or by what somebody malicious enters.

Both practices are the same but for the texts, so a page of one must be the page of the other with the texts exchanged.
"""

import json
import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from aloitus.model.clean_text import clean
from wiki_site import SMALL

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</div></section><h1>",
    "<!-- kommentti",
    "--> loppu",
    "[linkki](javascript:alert(1))",
    "![kuva](https://evil.example/x.png)",
    "<https://evil.example>",
    "www.evil.example",
    "https://evil.example/a_b_c",
    "a@evil.example",
    "{: .hidden onclick=alert(1) }",
    "{ .piilo #y }",
    '--8<-- "mkdocs.yml"',
    '[x]: https://evil.example "t"',
    "[^1]: alaviite",
    "[^1]",
    "*[html]: lyhenne",
    ":smile: :material-account:",
    "{{ 7*7 }}",
    "{% raw %}",
    "{# huomautus #}",
    "--- title: x",
    "# otsikko",
    "## otsikko {#attention}",
    "- [ ] **tehtävä**",
    "1. yksi",
    "> lainaus",
    "!!! note",
    '??? note "otsikko"',
    '=== "välilehti"',
    "```python",
    "~~~ koodi",
    "| a | b |",
    "*valmis*",
    " *valmis*",
    "**myöhässä** · määräpäivä **1.1.2026**",
    "<em>valmis</em>",
    "<p><strong>valmis</strong> · ",
    "<strong>1/1</strong>",
    '" title="x',
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    "a\\nb \\* \\",
    "&lt;b&gt; &amp; &#42;",
    "a&nbsp;b",
    "$x^2$ $$y$$",
    "++ctrl+alt++ ~~x~~ ^^y^^ ==z== {++a++}",
    "rivi\nrivi\n\n# otsikko",
    "  sisennys\n      koodi",
    "a\tb",
    "株式会社 – Åkerströms ”lainaus” 👩‍💻",
    "term\n: selite",
    "<details><summary>",
    "</textarea></title>",
    "sarake | toinen || kolmas",
    "100 % (3/4) – ja niin edelleen.",
    "*** tähdet",
    "___ viivat ___",
    "=== luvut",
    "//evil.example",
    "/etc/passwd",
    "\\[x\\](y)",
)  # fmt: skip
TOKEN = "tx{}q"  # noqa: S105 -- a word that stands nowhere else
STOPS = (".", "!", "?", "…")
PLAIN = re.compile(r"tx(\d+)q[.!?…]?")


FREE_TEXTS = {
    "client": frozenset(
        {"name", "work", "reason", "note", "evidence", "due_reason", "title", "accounting", "erp_engagement"}
        | {"project-manager", "notes", "decisions", "client_participants"}
    ),
    "people": frozenset({"name"}),
    "firm": frozenset({"name"}),
    "process": frozenset({"fi", "en"}),
}
"""By kind of file: keys whose value, or each value of whose list, is any text."""


def replaced(value: Any, keys: frozenset[str], change: Callable[[str], str], *, path: tuple[str, ...] = ()) -> Any:
    if isinstance(value, dict):
        return {key: replaced(item, keys, change, path=(*path, str(key))) for key, item in value.items()}
    if isinstance(value, list):
        return [replaced(item, keys, change, path=path) for item in value]
    if isinstance(value, str) and path and path[-1] in keys and path[0] not in ("team", "responsibilities"):
        return change(value)
    return value


def write_practice(folder: Path, text_for: Callable[[int], str]) -> int:
    """Writes the practice with `text_for(n)` as its n-th text, a repeated text the same each time. Says how many."""
    numbers: dict[str, int] = {}

    def change(text: str) -> str:
        return text_for(numbers.setdefault(text, len(numbers)))

    def change_name(text: str) -> str:
        """People are listed by name, so that each name begins with its place."""
        number = numbers.setdefault(text, len(numbers))
        return f"{number:03} {text_for(number)}"

    for source in sorted(SMALL.rglob("*.yaml")):
        path = source.relative_to(SMALL)
        kind = {"clients": "client", "processes": "process"}.get(path.parts[-2], path.stem)
        data = replaced(
            yaml.safe_load(source.read_text("utf-8")), FREE_TEXTS[kind], change_name if kind == "people" else change
        )
        if kind == "process":
            data |= {"responsibilities": replaced(data["responsibilities"], FREE_TEXTS[kind], change, path=("x",))}
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(json.dumps(data, ensure_ascii=False, indent=1, default=_iso), "utf-8")
    for language in ("fi", "en"):
        guides = folder / "site" / "guides" / language
        guides.mkdir(parents=True)
        (guides / "index.md").write_text("# 998\n\n[999](bank-connections.md)\n", "utf-8")
        (guides / "bank-connections.md").write_text(f"# {clean(change('guide'))}\n\nTeksti.\n", "utf-8")
    return len(numbers)


def _iso(value: object) -> str:
    assert isinstance(value, date)
    return value.isoformat()


@cache
def plain(number: int) -> str:
    """A text that means nothing anywhere, and ends as the hostile one does, so that the same full stops are added."""
    stop = shown(number)[-1:]
    return TOKEN.format(number) + (stop if stop in STOPS else "")


def hostile(number: int) -> str:
    return HOSTILE[number % len(HOSTILE)]


@cache
def shown(number: int) -> str:
    """The hostile text as a page shows it."""
    return clean(hostile(number))


def with_hostile_texts(text: str) -> str:
    """A page of the plain practice as a page of the hostile one has to read."""
    return PLAIN.sub(_exchanged, text)


def _exchanged(found: re.Match[str]) -> str:
    text, number = found[0], int(found[1])
    return shown(number) + text.removeprefix(plain(number)) if text.startswith(plain(number)) else text
