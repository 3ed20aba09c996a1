"""Makes real git repositories for tests, a whole history by one `git fast-import`."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

SYMLINK, SUBMODULE = "120000", "160000"
NOWHERE = "1" * 40
"""The commit that a test's submodule points to."""


@dataclass(frozen=True)
class Odd:
    """A symlink or submodule: `content` is what the link says."""

    mode: str
    content: bytes = b"elsewhere"


Content = str | bytes | Odd
Files = Mapping[str, Content]
"""By path; a byte that isn't UTF-8 as a lone surrogate (`surrogateescape`)."""


@dataclass(frozen=True)
class Commit:
    """`files` is the whole tree. `parents` are names of earlier commits, the first one first."""

    name: str
    files: Files
    parents: Sequence[str] = ()
    message: str = "Change"
    when: str = "1790000000 +0000"


@dataclass(frozen=True)
class History:
    root: Path
    commits: Mapping[str, str] = field(default_factory=dict)

    def git(self, *arguments: str, check: bool = True) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=self.root, env=clean_environment(), capture_output=True, text=True, check=check
        )
        return done.stdout.strip()

    def check_out(self, name: str) -> None:
        self.git("checkout", "-q", "-f", "--detach", self.commits[name])


def make_history(root: Path, commits: Sequence[Commit], *, object_format: str = "sha1") -> History:
    """A repository at `root`; each commit is a branch of its name, too, and HEAD the last, not checked out."""
    subprocess.run(
        ["git", "init", "-q", "-b", "unborn", f"--object-format={object_format}", os.fspath(root)],
        env=clean_environment(), check=True,
    )  # fmt: skip
    stream = b"".join(_fast_import(commit) for commit in commits)
    subprocess.run(
        ["git", "fast-import", "--quiet", "--force"], cwd=root, input=stream, env=clean_environment(), check=True
    )
    listed = subprocess.run(
        ["git", "for-each-ref", "--format=%(refname:short) %(objectname)", "refs/heads"],
        cwd=root, env=clean_environment(), capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    (root / ".git" / "HEAD").write_text(f"ref: refs/heads/{commits[-1].name}\n", "utf-8")
    found = (line.partition(" ") for line in listed.splitlines())
    return History(root, {name: commit for name, _, commit in found})


def clean_environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in WHO.items()},
    }


WHO = {"NAME": "Testi", "EMAIL": "testi@example.invalid", "DATE": "1790000000 +0000"}


def _fast_import(commit: Commit) -> bytes:
    lines = [
        f"commit refs/heads/{commit.name}\ncommitter Testi <testi@example.invalid> {commit.when}\n".encode(),
        _data(commit.message.encode()),
    ]
    for number, parent in enumerate(commit.parents):
        lines.append(f"{'merge' if number else 'from'} refs/heads/{parent}\n".encode())
    lines.append(b"deleteall\n")
    lines += [_file(os.fsencode(path), content) for path, content in commit.files.items()]
    return b"".join(lines) + b"\n"


def _file(path: bytes, content: Content) -> bytes:
    quoted = b'"' + path.replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n") + b'"'
    if isinstance(content, Odd) and content.mode == SUBMODULE:
        return b"M 160000 " + NOWHERE.encode() + b" " + quoted + b"\n"
    mode = content.mode if isinstance(content, Odd) else "100644"
    data = content.content if isinstance(content, Odd) else content.encode() if isinstance(content, str) else content
    return b"M " + mode.encode() + b" inline " + quoted + b"\n" + _data(data)


def _data(data: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(data), data)
