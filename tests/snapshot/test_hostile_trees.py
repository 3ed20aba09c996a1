"""Trees that no ordinary git program writes: ten million names made of a few objects, a name that stands twice."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from aloitus.errors import UserError
from aloitus.snapshot.first_parents import first_parents
from aloitus.snapshot.repository import repository
from aloitus.snapshot.states import step
from git_history import Commit, History, make_history

FILES = {"clients/acme.yaml": "name: Acme\n", "templates/firm.yaml": "name: Firma\n", "README.md": "x"}
TREE, FILE = "40000", "100644"
Entry = tuple[str, str, str]
"""Mode, id and name."""


def practice(root: Path) -> History:
    """`main` is a commit ahead of `old`, and has edited acme."""
    edited = FILES | {"clients/acme.yaml": "name: Acme Oy\n"}
    return make_history(root, [Commit("old", FILES), Commit("main", edited, ["old"])])


def bomb(history: History) -> str:
    """A folder with ten million names, one inside the other."""
    mode, inner = FILE, history.git("rev-parse", "old:README.md")
    for _ in range(7):
        mode, inner = TREE, make_tree(history, [(mode, inner, f"f{number}") for number in range(10)])
    return inner


def make_tree(history: History, entries: Iterable[Entry]) -> str:
    """A tree with these entries in this order, whether or not git would write it."""
    file = history.root / ".git" / "tree"
    file.write_bytes(b"".join(f"{mode} {name}\0".encode() + bytes.fromhex(it) for mode, it, name in entries))
    return history.git("hash-object", "-t", "tree", "-w", "--literally", str(file))


def listed(history: History, tree: str) -> list[Entry]:
    lines = [line.partition("\t") for line in history.git("ls-tree", tree).splitlines()]
    return [(head.split()[0].lstrip("0"), head.split()[2], name) for head, _, name in lines]


def commit(history: History, parent: str, *added: Entry, without: str = "") -> str:
    """A commit with the root of `parent` and the entries that are added."""
    kept = [entry for entry in listed(history, parent) if entry[2] != without]
    return history.git("commit-tree", "-p", parent, "-m", "x", make_tree(history, [*kept, *added]))


def refusal(root: Path, base: str, head: str) -> tuple[str, int]:
    with repository(root) as opened, pytest.raises(UserError) as raised:
        step(opened, base, head)
    return raised.value.message.key, raised.value.exit_code


def test_a_folder_that_is_not_judged_may_hold_as_many_files_as_it_likes(tmp_path: Path) -> None:
    history = practice(tmp_path)
    head = commit(history, "main", (TREE, bomb(history), "videos"))
    with repository(tmp_path) as opened:
        taken = step(opened, "main", head)
    assert [entry.path for entry in taken.head.entries] == ["clients/acme.yaml", "templates/firm.yaml"]


@pytest.mark.parametrize("name", ["clients", "CLIENTS", ".aloitus"])
def test_a_judged_folder_with_more_files_than_can_be_looked_at_is_not_judged(tmp_path: Path, name: str) -> None:
    history = practice(tmp_path)
    head = commit(history, "main", (TREE, bomb(history), name), without=name)
    assert refusal(tmp_path, "main", head) == ("git.too-many-files", 3)


def test_a_head_that_would_take_git_for_ever_to_merge_is_not_merged(tmp_path: Path) -> None:
    """For the file that main has edited and the head has moved, git would look at each of the new names."""
    history = practice(tmp_path)
    head = commit(history, "old", (TREE, bomb(history), "videos"), without="clients")
    assert refusal(tmp_path, "main", head) == ("git.too-many-files", 3)


def test_the_history_of_a_branch_is_told_without_what_is_not_judged(tmp_path: Path) -> None:
    history = practice(tmp_path)
    tip = commit(history, "main", (TREE, bomb(history), "videos"))
    with repository(tmp_path) as opened:
        told = first_parents(opened.git, tip, None)
    assert [sorted(landed.edits) for landed in told] == [
        ["clients/acme.yaml", "templates/firm.yaml"], ["clients/acme.yaml"], [],
    ]  # fmt: skip


def test_the_history_of_a_branch_tells_of_twins_of_judged_folders(tmp_path: Path) -> None:
    long_s = "client\N{LATIN SMALL LETTER LONG S}/beta.yaml"
    twins = FILES | dict.fromkeys(["Clients/beta.yaml", long_s, "TEMPLATES", "site/guides/fi/a.md"], "x")
    make_history(tmp_path, [Commit("old", FILES), Commit("main", twins, ["old"])])
    with repository(tmp_path) as opened:
        told = first_parents(opened.git, opened.commit("main"), None)
    assert set(told[1].edits) == set(twins) - set(FILES)


@pytest.mark.parametrize("last", ["clients/acme.yaml", "clients", "clients as a file"])
def test_a_tree_that_names_a_file_or_a_folder_twice_is_not_judged(tmp_path: Path, last: str) -> None:
    history = practice(tmp_path)
    clients = listed(history, "main:clients")
    other = history.git("rev-parse", "main:README.md")
    if last == "clients/acme.yaml":
        clients.append((FILE, other, "acme.yaml"))
    added = [(TREE, make_tree(history, clients), "clients")]
    if last == "clients":
        added.append((TREE, make_tree(history, [(FILE, other, "beta.yaml")]), "clients"))
    elif last == "clients as a file":
        added.append((FILE, other, "clients"))
    head = commit(history, "main", *added, without="clients")
    assert refusal(tmp_path, "main", head) == ("git.named-twice", 3)
