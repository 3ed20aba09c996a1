"""Killing a run at any moment and running it again gives byte for byte what an undisturbed run gives."""

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from small_practice import CLIENT, bare_wiki_settings, tree, write_wiki_practice
from wiki_site import unmeasured

ALOITUS = (sys.executable, "-m", "aloitus")
MOMENTS = 4


def firm(folder: Path, size: int) -> Path:
    clients = {f"clients/asiakas-{number:03}.yaml": client(number) for number in range(size)}
    return write_wiki_practice(folder, {**clients, **bare_wiki_settings()})


def client(number: int) -> str:
    text = CLIENT.replace("Kuusipuun Saha Oy", f"Asiakas {number} Oy")
    return text.replace("business_id: 9000012-6", "business_id_pending: Perusteilla")


def edit(root: Path, size: int) -> None:
    """What the killed run is about: clients gone, changed and new."""
    for number in range(0, size, 3):
        (root / f"clients/asiakas-{number:03}.yaml").unlink()
        (root / f"clients/asiakas-{number + size:03}.yaml").write_text(client(number), "utf-8")
    for number in range(1, size, 3):
        text = client(number).replace("status: waiting", "status: blocked")
        (root / f"clients/asiakas-{number:03}.yaml").write_text(text, "utf-8")


def run(root: Path, command: str) -> float:
    started = time.monotonic()
    subprocess.run([*ALOITUS, "-C", str(root), command], capture_output=True, check=True, env=unmeasured())
    return time.monotonic() - started


@pytest.mark.parametrize(
    ("command", "output", "size"),
    [
        ("render", "site/docs", 104),  # enough for several processes, whose parent alone is killed
        ("wiki", "site/public", 6),
    ],
)
def test_a_run_that_was_killed_is_completed_by_the_next(tmp_path: Path, command: str, output: str, size: int) -> None:
    root = firm(tmp_path / "firm", size)
    run(root, command)
    shutil.copytree(root, tmp_path / "before", symlinks=True)
    edit(root, size)
    duration = run(root, command)
    wanted = tree(root / output)
    chance = random.Random(command)  # noqa: S311 -- moments, not secrets
    for _moment in range(MOMENTS):
        shutil.rmtree(root)
        shutil.copytree(tmp_path / "before", root, symlinks=True)
        edit(root, size)
        process = subprocess.Popen(
            [*ALOITUS, "-C", str(root), command],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=unmeasured(),
        )
        time.sleep(chance.uniform(0.05, duration))
        process.send_signal(signal.SIGKILL)
        process.wait()
        run(root, command)
        assert tree(root / output) == wanted
        assert left_beside(root) == []


def left_beside(root: Path) -> list[str]:
    """What a killed run leaves for itself is gone after the next one."""
    site = root / "site"
    beside = [*site.glob(".public*"), *(site / "docs").glob(".journal*"), *(site / "docs" / ".partial").glob("*")]
    return [path.name for path in beside]
