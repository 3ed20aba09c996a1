"""The demo's wiki, built once in a run of the tests."""

from pathlib import Path

import pytest

from wiki_site import ROOT, build, once, set_up


def demo_wiki(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if base.name.startswith("popen") else base
    return once(shared, "demo", lambda folder: build(set_up(folder / "firm", ROOT))) / "firm" / "site" / "public"
