"""The theme's own words, by language, as its templates read them."""

from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader

from wiki_site import ROOT

OVERRIDES = ROOT / "site" / "overrides"
LANGUAGES = tuple(sorted(path.stem for path in (OVERRIDES / "languages").iterdir()))


@cache
def theme_words(language: str) -> dict[str, Any]:
    environment = Environment(loader=FileSystemLoader(OVERRIDES))  # noqa: S701 -- as MkDocs sets it up
    module = environment.get_template(f"languages/{language}.html").module
    return {name: value for name, value in vars(module).items() if not name.startswith("_")}
