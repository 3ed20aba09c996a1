"""Swedish that isn't, in files added to the program and to a firm's folder: each English word with a letter more."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import yaml
from markdown.extensions.toc import slugify

from hostile_practice import plain, write_practice
from theme_words import theme_words
from wiki_site import ROOT, set_up

CODE = "sv"
_WORD = re.compile(r"(\{[^{}]*\})|([^\W\d_]+)")


def translated(text: str) -> str:
    """`{n} tasks` as `{n} tasksx`."""
    return _WORD.sub(lambda found: found[1] or f"{found[2]}x", text)


def program_with_a_third_language(folder: Path) -> Path:
    """A copy of the program to which files were added alone."""
    shutil.copytree(ROOT / "generator", folder, ignore=shutil.ignore_patterns("__pycache__"))
    locale = folder / "aloitus" / "locale"
    for source in (locale / "en").glob("*.yaml"):
        sentences = _each_text(yaml.safe_load(source.read_text("utf-8")), translated)
        add(locale / CODE / source.name, yaml.safe_dump(sentences, allow_unicode=True, sort_keys=False))
    return folder


def firm_with_a_third_language(folder: Path) -> Path:
    """A firm whose files say nothing in any language, so that all words of its wiki are the program's or the theme's.

    What it has more than another firm is files, and a word in `languages` of `templates/firm.yaml`.
    """
    write_practice(folder / "practice", plain)
    firm = set_up(folder / "firm", folder / "practice")
    basics = json.loads((firm / "templates/firm.yaml").read_text("utf-8"))
    (firm / "templates/firm.yaml").write_text(json.dumps(basics | {"languages": ["fi", "en", CODE]}), "utf-8")
    english = (firm / "mkdocs.en.yml").read_text("utf-8")
    add(firm / f"mkdocs.{CODE}.yml", english.replace("language: en", f"language: {CODE}").replace("/en", f"/{CODE}"))
    for guide in (firm / "site/guides/en").iterdir():
        add(firm / "site/guides" / CODE / guide.name, guide.read_text("utf-8"))
    words = {key: _each_text(value, translated) for key, value in theme_words("en").items()}
    words |= {
        "name": "Svenska",
        "marks": {translated(word): state for word, state in theme_words("en")["marks"].items()},
        "folded_section": slugify(translated("Later"), "-"),
    }
    assigned = "".join(f"{{% set {key} = {json.dumps(value)} %}}\n" for key, value in words.items())
    add(firm / "site/overrides/languages" / f"{CODE}.html", assigned)
    return firm


def add(path: Path, text: str) -> None:
    assert not path.exists(), f"{path} is there: a language only adds files"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _each_text(value: Any, change: Any) -> Any:
    if isinstance(value, dict):
        return {key: _each_text(item, change) for key, item in value.items()}
    if isinstance(value, list):
        return [_each_text(item, change) for item in value]
    return change(value) if isinstance(value, str) else value
