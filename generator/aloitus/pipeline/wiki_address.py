"""The wiki's own address, for what is read outside of it: from the settings that its HTML is built by."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import quote, urlsplit

SETTINGS = "mkdocs.yml"
STRING = "tag:yaml.org,2002:str"

Settings = Mapping[str, bytes]
"""The settings' files by name; those that there are."""


def settings_names(languages: Sequence[str]) -> tuple[str, ...]:
    return (SETTINGS, *map(_own_settings, languages))


def settings_on_disk(root: Path, languages: Sequence[str]) -> Settings:
    """What can be read of them."""
    found = {}
    for name in settings_names(languages):
        try:
            found[name] = (root / name).read_bytes()
        except OSError:
            continue
    return found


def wiki_addresses(settings: Settings, languages: Sequence[str]) -> Mapping[str, str]:
    """By language, with a slash at the end; "" where the settings name none.

    The first language has the wiki's own `site_url`, another its folder below it; where `mkdocs.<language>.yml` names
    one, that.
    """
    own = {language: _site_url(settings.get(_own_settings(language))) for language in languages}
    main = own[languages[0]] or _site_url(settings.get(SETTINGS))
    below = {language: main and f"{main}{language}/" for language in languages}
    return {language: own[language] or below[language] for language in languages} | {languages[0]: main}


def checks_address(settings: Settings, languages: Sequence[str], language: str) -> str | None:
    """Of the wiki's page of all checks in `language`, or in the wiki's first where it has no such; None without one."""
    from aloitus.pages.check_page import FOLDER

    address = wiki_addresses(settings, languages)[language if language in languages else languages[0]]
    return f"{address}{FOLDER}" if address else None


def _own_settings(language: str) -> str:
    return f"mkdocs.{language}.yml"


def _site_url(settings: bytes | None) -> str:
    """Only its own text counts: the settings hold tags that would run something, and MkDocs judges the rest."""
    import yaml

    try:
        root = yaml.compose((settings or b"").decode(), Loader=yaml.CSafeLoader)
    except (UnicodeDecodeError, yaml.YAMLError):
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
