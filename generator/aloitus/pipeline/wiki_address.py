"""The wiki's own address, for what is read outside of it: from the settings that its HTML is built by."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import quote, urlsplit

SETTINGS = "mkdocs.yml"
STRING = "tag:yaml.org,2002:str"


def wiki_addresses(root: Path, languages: Sequence[str]) -> Mapping[str, str]:
    """By language, with a slash at the end; "" where the settings name none.

    The first language has the wiki's own `site_url`, another its folder below it; where `mkdocs.<language>.yml` names
    one, that.
    """
    own = {language: _site_url(root / f"mkdocs.{language}.yml") for language in languages}
    main = own[languages[0]] or _site_url(root / SETTINGS)
    below = {language: main and f"{main}{language}/" for language in languages}
    return {language: own[language] or below[language] for language in languages} | {languages[0]: main}


def _site_url(settings: Path) -> str:
    """Only its own text counts: the settings hold tags that would run something, and MkDocs judges the rest."""
    import yaml

    try:
        root = yaml.compose(settings.read_text("utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return ""
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    found = next((value for key, value in pairs if key.value == "site_url" and value.tag == STRING), None)
    return _web_address(found.value) if found else ""


def _web_address(text: str) -> str:
    try:
        parts = urlsplit(text.strip())
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return ""
    return quote(text.strip().rstrip("/"), safe=":/?=&%#@,;~+-._[]!$'()*") + "/"
