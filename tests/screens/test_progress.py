import io
import sys

import pytest

from aloitus.screens.progress import LONG, progress_bar, spinner


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_pipe_sees_nothing_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_bar("Luetaan", 10 * LONG) as tell, spinner("Rakennetaan"):
        tell(LONG)
    assert capsys.readouterr() == ("", "")


def test_short_work_shows_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    with progress_bar("Luetaan", LONG - 1) as tell:
        tell(1)
    assert screen.getvalue() == ""


def test_a_terminal_sees_how_far_long_work_is(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with progress_bar("Luetaan [x]", 1000) as tell:
        tell(321)
    assert "Luetaan [x]" in screen.getvalue()
    assert "321/1000" in screen.getvalue()


def test_a_terminal_sees_that_something_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with spinner("Rakennetaan"):
        pass
    assert "Rakennetaan" in screen.getvalue()
