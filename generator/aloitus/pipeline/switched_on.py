"""Whether the gate is switched on, as far as the files of the repository can tell."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from aloitus.gate.comparison import Side
from aloitus.gate.files.attributes import harmful_lines
from aloitus.model.tree import FileKind, TreeEntry
from aloitus.pipeline.opened import OpenPractice
from aloitus.rules.approvals.approval import POLICY

WORKFLOWS = (".github/workflows", ".gitea/workflows", ".forgejo/workflows")
GITLAB = ".gitlab-ci.yml"
OWNERS = (".github/CODEOWNERS", ".gitlab/CODEOWNERS", ".gitea/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")
GUARDED = ("templates/people.yaml", "templates/processes/client-onboarding.yaml")
"""Files that nobody should change alone, as the owners' patterns see them."""
ESCAPES = re.compile(r"\|\|\s*(?!exit [1-9])[a-z:]|set \+e\b")
"""Ways of a shell to go on after a failure."""
NEVER = re.compile(r"\b(if|when):\s*[\"']?(\$\{\{\s*)?(false|never)\b")
"""A job or a step that doesn't run counts as passed."""
BY_A_SHORT_NAME = re.compile(r"(--base[ =]|=)\s*[\"']?origin/")
"""A base that a tag could be called like; git would take the tag."""
TOLD = ("--actor", "--approved-by")


@dataclass(frozen=True, slots=True)
class Look:
    """One thing that was looked at: `name` is its wording key, `what` the file or thing that was found or missed."""

    name: str
    good: bool
    what: str = ""


def looks(root: Path, practice: OpenPractice) -> tuple[Look, ...]:
    """In the order in which they are told; nothing is read but the files on the disk."""
    return (*_pipelines(root), *_owners(root), *_attributes(root), *_approvers(practice))


def _pipelines(root: Path) -> Iterator[Look]:
    files = [path for folder in WORKFLOWS for path in sorted((root / folder).glob("*.y*ml"))]
    files += [root / GITLAB] if (root / GITLAB).is_file() else []
    judging = [(path, text) for path in files if _judges(text := path.read_text("utf-8", "replace"))]
    if not judging:
        yield Look("workflow", good=False)
    for path, text in judging:
        name = path.relative_to(root).as_posix()
        yield Look("workflow", good=True, what=name)
        yield from (Look(weak, good=False, what=name) for weak in _weaknesses(text, gitlab=name == GITLAB))


def _judges(text: str) -> bool:
    return bool(re.search(r"\baloitus\b.*\bcheck\b", text)) and "--base" in text


def _weaknesses(text: str, *, gitlab: bool) -> Iterator[str]:
    """What lets a change pass that the gate stopped, or keeps the gate from being asked."""
    code = "\n".join(line.partition(" #")[0] for line in text.splitlines() if not line.lstrip().startswith("#"))
    shell = re.sub(r"\$\{\{.*?\}\}|^\s*(- )?if:.*$", "", code, flags=re.MULTILINE)
    if ESCAPES.search(shell) or re.search(r"(continue-on-error|allow_failure):\s*[\"']?true", code):
        yield "workflow-forgives"
    if NEVER.search(code):
        yield "workflow-never"
    if re.search(r"^\s*changes:" if gitlab else r"^\s*paths(-ignore)?:", code, re.MULTILINE):
        yield "workflow-filters"
    if "pull_request_target" in code:
        yield "workflow-target"
    if not re.search(r"(fetch-depth|GIT_DEPTH):\s*[\"']?0", code):
        yield "workflow-shallow"
    if not all(option in code for option in TOLD):
        yield "workflow-silent"
    if BY_A_SHORT_NAME.search(code):
        yield "workflow-short-name"
    if "pull_request" in code and not re.search(r"(?<!\.)\bmerge_group\b(?!\.)", code):
        yield "workflow-queue"


def _owners(root: Path) -> Iterator[Look]:
    file = next((name for name in OWNERS if (root / name).is_file()), None)
    if file is None:
        yield Look("owners", good=False)
        return
    lines = [line.split() for line in (root / file).read_text("utf-8", "replace").splitlines()]
    rules = [(words[0], words[1:]) for words in lines if words and not words[0].startswith(("#", "[", "^["))]
    pipelines = [path for path in (".github/workflows/check.yml", GITLAB) if (root / path).is_file()]
    for guarded in (*GUARDED, *pipelines):
        owners: list[str] = []
        for pattern, named in rules:
            if _covers(pattern, guarded):
                owners = [name for name in named if not name.startswith("#")]
        yield Look("owners-cover", good=bool(owners), what=guarded)


def _covers(pattern: str, path: str) -> bool:
    """As the forges read CODEOWNERS: a folder covers what lies in it; a pattern without a slash fits anywhere."""
    anchored = "/" in pattern.rstrip("/")
    inner = pattern.strip("/")
    parts = path.split("/")
    starts = range(1) if anchored else range(len(parts))
    ends = range(1, len(parts) + 1)
    candidates = ("/".join(parts[start:end]) for start in starts for end in ends if end > start)
    if pattern.endswith("/*"):
        return fnmatchcase(path, inner) and path.count("/") == inner.count("/")
    return any(fnmatchcase(candidate, inner.removesuffix("/**")) for candidate in candidates)


def _attributes(root: Path) -> Iterator[Look]:
    found: dict[str, bytes] = {}
    for folder in (root, *(it for top in ("clients", "templates") for it in [root / top, *_folders(root / top)])):
        file = folder / ".gitattributes"
        if file.is_file():
            found[file.relative_to(root).as_posix()] = file.read_bytes()
    tree: Mapping[str, TreeEntry] = {path: TreeEntry(path, FileKind.FILE, "") for path in found}
    harmful = list(harmful_lines(Side(None, {}, {}, {}, tree, found)))
    for line in harmful:
        yield Look("attributes", good=False, what=f"{line.file}: {line.text.strip()}")
    if not harmful:
        yield Look("attributes", good=True)


def _folders(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_dir())


def _approvers(practice: OpenPractice) -> Iterator[Look]:
    """Whether the forge's names of at least two people who may approve the policy are known: one may open a change."""
    roles = {role for process in practice.processes.values() for role in process.approvals.get(POLICY, ())}
    able = [person for person in practice.people.values() if person.left is None and {*person.roles} & roles]
    reachable = [person.id for person in able if person.handle]
    yield Look("approvers", good=len(reachable) > 1, what=", ".join(reachable))
