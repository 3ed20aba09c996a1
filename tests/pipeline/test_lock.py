import subprocess
import sys
import time
from pathlib import Path

import pytest

from aloitus.pipeline.lock import only_run

HOLD = "import sys, time; print('holding', flush=True); time.sleep(float(sys.argv[1]))"


def test_a_run_alone_waits_for_nobody(tmp_path: Path) -> None:
    waited: list[str] = []
    with only_run(tmp_path, lambda: waited.append("waited")) as lock:
        assert lock is not None
    assert waited == []


def test_a_run_waits_for_what_another_one_started(tmp_path: Path) -> None:
    """The other run is gone; a process that inherited its lock is still at work."""
    with only_run(tmp_path, lambda: None) as lock:
        assert lock is not None
        child = subprocess.Popen([sys.executable, "-c", HOLD, "1"], pass_fds=(lock,), stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        assert child.stdout.readline() == "holding\n"
        started = time.monotonic()
    waited: list[str] = []
    with child, only_run(tmp_path, lambda: waited.append("waited")):
        assert time.monotonic() - started > 0.5
    assert waited == ["waited"]


def test_where_files_cannot_be_locked_nobody_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    with only_run(tmp_path, lambda: None) as lock:
        assert lock is None
    assert list(tmp_path.iterdir()) == []
