"""Reads the folders of `tests/cases/gate` and makes a real repository of each.

A case is a folder with a `case.yaml`:

    about: what is tried, in a line
    cases: [stopped 1]                    # numbers of the list of cases, where it stands there
    before:                               # edits to the practice that make the base; left out where it is the practice
      clients/acme.yaml: [{find: "a text", put: "another"}, {append: "…"}]
    closes: true                          # the change closes acme, as an honest one would
    change:                               # edits to the base that make the head
      clients/beta.yaml: gone
      clients/new.yaml: {text: "…"}       # or {link: target}, submodule, {bytes: "\\x00…"}, {copy: a path},
                                          # {practice: a path of the practice, as it is without the edits}
    options: [--actor, liisalaine]        # besides --base and --head
    exit: 1
    findings:                             # code, file and the line that each stands on; others may be there, too
      - CLO301 clients/acme.yaml | status: waiting
    related:                              # the places beside a finding, written in the same way
      - CLO301 clients/acme.yaml | status: closed
    says: ["status: done"]                # words of a message or its help
    absent: [HIS412]                      # codes that must not be there
    only: true                            # no errors but those listed
    first: CLO301                         # the code that is told first

Folders `base/` and `head/` hold whole files, where edits would be longer.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from git_history import SUBMODULE, SYMLINK, Commit, Content, History, Odd, make_history

CASES = Path(__file__).parent / "cases" / "gate"
PRACTICE = CASES / "_practice"
TODAY = "2026-11-23"
CLOSING = {
    "clients/acme.yaml": [
        {"find": "status: active", "put": "status: closed"},
        {"append": "closure: {date: 2026-11-20, by: liisa-laine, erp_closed: 2026-11-20}\n"},
    ]
}


OPEN_TASK = {"find": "    status: done\n    date: 2026-05-18\n    by: matti-makinen\n", "put": "    status: open\n"}


@dataclass(frozen=True)
class Case:
    name: str
    about: str
    base: Mapping[str, Content]
    head: Mapping[str, Content]
    options: tuple[str, ...]
    exit: int
    findings: tuple[str, ...]
    related: tuple[str, ...]
    says: tuple[str, ...]
    absent: tuple[str, ...]
    only: bool
    first: str | None
    numbers: tuple[str, ...]

    def repository(self, root: Path) -> History:
        """Base as branch `main`, head as branch `change` on top of it."""
        return make_history(root, [Commit("main", self.base), Commit("change", self.head, ["main"])])


def all_cases() -> Iterator[Case]:
    for file in sorted(CASES.glob("*/case.yaml")):
        yield read_case(file.parent)


def read_case(folder: Path) -> Case:
    told: dict[str, Any] = yaml.safe_load((folder / "case.yaml").read_text("utf-8"))
    known = {
        "about",
        "cases",
        "before",
        "change",
        "options",
        "exit",
        "findings",
        "related",
        "says",
        "absent",
        "only",
        "first",
        "empty",
        "closes",
    }
    assert set(told) <= known, f"{folder.name}: unknown {set(told) - known}"
    start: Mapping[str, Content] = {} if told.get("empty") else practice()
    base = {**edited(start, told.get("before") or {}, folder.name), **_files(folder / "base")}
    closed = edited(base, CLOSING, folder.name) if told.get("closes") else base
    head = {**edited(closed, told.get("change") or {}, folder.name), **_files(folder / "head")}
    return Case(
        folder.name,
        told["about"],
        base,
        head,
        tuple(map(str, told.get("options") or ())),
        told["exit"],
        tuple(told.get("findings") or ()),
        tuple(told.get("related") or ()),
        tuple(told.get("says") or ()),
        tuple(told.get("absent") or ()),
        bool(told.get("only")),
        told.get("first"),
        tuple(told.get("cases") or ()),
    )


@cache
def practice() -> Mapping[str, Content]:
    return _files(PRACTICE)


def unfinished() -> Mapping[str, Content]:
    """The practice with one of acme's tasks open."""
    return with_edits(practice(), {"clients/acme.yaml": [OPEN_TASK]})


def closed(files: Mapping[str, Content]) -> Mapping[str, Content]:
    """`files` with acme closed, whether or not it may be."""
    return with_edits(files, CLOSING)


def with_edits(files: Mapping[str, Content], edits: Mapping[str, object]) -> Mapping[str, Content]:
    return edited(files, edits, "test")


def _files(folder: Path) -> Mapping[str, Content]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def edited(files: Mapping[str, Content], edits: Mapping[str, Any], where: str) -> dict[str, Content]:
    """`files` with the edits of a `case.yaml`; a text to find must stand in the file exactly once."""
    changed = dict(files)
    for path, edit in edits.items():
        if edit == "gone":
            del changed[path]
        elif edit == "submodule":
            changed[path] = Odd(SUBMODULE)
        elif isinstance(edit, dict):
            changed[path] = _made(edit, changed)
        else:
            changed[path] = _edited(changed[path], edit, f"{where}: {path}")
    return changed


def _made(edit: Mapping[str, str], files: Mapping[str, Content]) -> Content:
    if "link" in edit:
        return Odd(SYMLINK, edit["link"].encode())
    if "bytes" in edit:
        return edit["bytes"].encode("latin-1")
    if "copy" in edit:
        return files[edit["copy"]]
    if "practice" in edit:
        return practice()[edit["practice"]]
    return edit["text"]


def _edited(content: Content, edits: list[dict[str, str]], where: str) -> Content:
    text = content.decode() if isinstance(content, bytes) else str(content)
    for edit in edits:
        if "append" in edit:
            text += edit["append"]
        elif "prepend" in edit:
            text = edit["prepend"] + text
        else:
            assert text.count(edit["find"]) == 1, f"{where}: {text.count(edit['find'])} times {edit['find']!r}"
            text = text.replace(edit["find"], edit["put"])
    return text
