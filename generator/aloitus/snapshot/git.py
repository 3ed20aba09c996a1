"""Runs git's plumbing so that neither the repository's configuration nor a change in it can steer or execute anything.

The user's repository is only asked where its objects are and what a name stands for. All else runs on a bare
repository made for the run, with no configuration, hooks, attributes, grafts or replacements of its own: it borrows
the objects, and takes what git writes (the tree of a merge) with it when it goes.
"""

import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from aloitus.errors import UserError

QUIET = (
    "--no-pager",
    "-c", "safe.directory=*",  # CI's containers often run as another user than the clone's owner; nothing is executed
    "-c", "core.fsmonitor=false",
    "-c", "core.untrackedCache=false",
    "-c", "core.hooksPath=/dev/null",
)  # fmt: skip


@dataclass(frozen=True)
class Outcome:
    code: int
    out: bytes
    message: str


@dataclass(frozen=True)
class Git:
    """git in `folder`; `environment` says which repository that means."""

    folder: Path
    environment: Mapping[str, str]

    def run(self, *arguments: str, stdin: bytes = b"") -> Outcome:
        """Runs to the end, whatever git says; UserError when there is no git."""
        try:
            done = subprocess.run(  # noqa: S603 - a list of arguments; names stand behind --end-of-options
                self.command(*arguments), input=stdin, capture_output=True, check=False, env=dict(self.environment)
            )
        except FileNotFoundError as error:
            raise UserError("git.no-git") from error
        return Outcome(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace").strip())

    def output(self, *arguments: str, stdin: bytes = b"") -> bytes:
        """What git prints; UserError ("could not judge") when it fails."""
        done = self.run(*arguments, stdin=stdin)
        if done.code:
            raise UserError("git.failed", exit_code=3, command=arguments[0], said=first_line(done.message))
        return done.out

    def records(self, *arguments: str, most_bytes: int) -> list[bytes]:
        """What git prints between NULs; UserError when it fails, or goes on after `most_bytes`.

        A few small objects can stand for ten million names, so git is stopped rather than waited for.
        """
        with subprocess.Popen(  # noqa: S603 - as in `run`
            self.command(*arguments),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=dict(self.environment),
        ) as process:  # fmt: skip
            assert process.stdout is not None  # noqa: S101 - for the type checker: both are pipes
            assert process.stderr is not None  # noqa: S101
            printed = process.stdout.read(most_bytes + 1)
            if len(printed) > most_bytes:
                process.kill()
                raise UserError("git.too-many-files", exit_code=3)
            said = process.stderr.read().decode("utf-8", "replace").strip()
        if process.returncode:
            raise UserError("git.failed", exit_code=3, command=arguments[0], said=first_line(said))
        return [record for record in printed.split(b"\0") if record]

    def command(self, *arguments: str) -> Sequence[str]:
        return ("git", "-C", os.fspath(self.folder), *QUIET, *arguments)


def git_in(folder: Path) -> Git:
    """git on the user's own repository, without the variables that hooks and callers leave behind."""
    return Git(folder, _environment())


@contextmanager
def borrowing(objects: Path, object_format: str) -> Iterator[Git]:
    """git on an empty repository that lasts as long as the block and sees the objects under `objects`."""
    with tempfile.TemporaryDirectory(prefix="aloitus-") as name:
        folder = Path(name)
        (folder / "objects" / "info").mkdir(parents=True)
        (folder / "refs").mkdir()
        (folder / "HEAD").write_text("ref: refs/heads/none\n", "utf-8")
        (folder / "objects" / "info" / "alternates").write_text(_quoted(os.fspath(objects)) + "\n", "utf-8")
        (folder / "config").write_text(_configuration(object_format), "utf-8")
        alone = {
            "GIT_DIR": name,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_ATTR_NOSYSTEM": "1",
        }
        yield Git(folder, {**_environment(), **alone})


def first_line(message: str) -> str:
    return message.splitlines()[0] if message else ""


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith("GIT_")}
    return kept | {
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "LC_ALL": "C",
    }


def _quoted(path: str) -> str:
    """A path as `alternates` takes it: in quotes as C has them where it could be read as something else."""
    if path.startswith('"') or "\n" in path:
        return '"' + path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    return path


def _configuration(object_format: str) -> str:
    if object_format == "sha1":
        return "[core]\n\trepositoryformatversion = 0\n\tbare = true\n"
    return f"[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tobjectformat = {object_format}\n"
