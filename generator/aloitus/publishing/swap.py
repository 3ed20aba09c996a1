"""Puts a finished wiki in the place of the old one, so that a failed or killed build never leaves none.

Beside `site/public` stand, for the time of a build, `.public-<language>` (being built) and `.public-last` (the old
wiki, for the moment between two renames).
"""

import shutil
from collections.abc import Mapping
from pathlib import Path

PUBLIC = "public"
LAST = ".public-last"


def beside(site: Path, language: str) -> Path:
    """Where the wiki of `language` is built."""
    return site / f".{PUBLIC}-{language}"


def recover(site: Path) -> None:
    """Sets right what a killed run left: the old wiki comes back, half-built ones go."""
    last = site / LAST
    if last.exists() and not (site / PUBLIC).exists():
        last.rename(site / PUBLIC)
    for left in site.glob(f".{PUBLIC}-*"):
        shutil.rmtree(left)


def swap_in(site: Path, built: Mapping[str, Path]) -> Path:
    """Joins the wikis (by their folder under the root; the main one has none) and makes them `site/public`."""
    main = built[""]
    for folder, wiki in built.items():
        if folder:
            wiki.rename(main / folder)
    public, last = site / PUBLIC, site / LAST
    if public.exists():
        public.rename(last)
    main.rename(public)
    shutil.rmtree(last, ignore_errors=True)
    return public
