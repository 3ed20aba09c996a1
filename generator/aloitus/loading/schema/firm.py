"""`templates/firm.yaml`."""

import re
from dataclasses import dataclass
from typing import Any

from yaml.events import ScalarEvent

from aloitus.loading import val_kinds as kinds
from aloitus.loading.choices import Language, Word
from aloitus.loading.reading import Reading, shown
from aloitus.loading.shapes import Field, ListOf, Record
from aloitus.loading.tree import Node
from aloitus.loading.values import Count, Day, FreeText, is_null, wrong_shape
from aloitus.model.firm import Firm, Forge, ForgeKind

_TEXT = FreeText()


@dataclass(frozen=True, slots=True)
class Country:
    """Two capital letters (ISO 3166) of a country whose holidays are known."""

    def read(self, node: Node, reading: Reading) -> str | None:
        if type(node) is not ScalarEvent:
            wrong_shape(node, reading, "text")
        elif re.fullmatch("[A-Z]{2}", node.value):
            return node.value
        elif not is_null(node):
            reading.add(kinds.BAD_SETTING, node, variant="country", advice="country-help", value=shown(node))
        return None


@dataclass(frozen=True, slots=True)
class TimeZone:
    """A time zone by its name in the tz database: `Europe/Helsinki`."""

    def read(self, node: Node, reading: Reading) -> str | None:
        if type(node) is not ScalarEvent:
            wrong_shape(node, reading, "text")
        elif _is_time_zone(node.value):
            return node.value
        elif not is_null(node):
            reading.add(kinds.BAD_SETTING, node, value=shown(node))
        return None


def _is_time_zone(name: str) -> bool:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _forge(kind: ForgeKind | None = None, url: str | None = None, **values: Any) -> Forge | None:
    return Forge(kind, url, **values) if kind and url else None


FORGE = Record(
    {
        "kind": Field(Word({kind.value: kind for kind in ForgeKind}), required="kind: github"),
        "url": Field(_TEXT, required="url: https://github.example/esimerkkitilit/onboarding"),
        "branch": Field(_TEXT),
    },
    _forge,
)


def _firm(name: str = "", languages: tuple[str, ...] = (), **values: Any) -> Firm:
    return Firm(name, languages or Firm("").languages, **values)


FIRM = Record(
    {
        "name": Field(_TEXT, required="name: Esimerkkitilit Oy"),
        "languages": Field(ListOf(Language())),
        "country": Field(Country()),
        "timezone": Field(TimeZone()),
        "retention_years": Field(Count(most=100)),
        "as_of": Field(Day()),
        "forge": Field(FORGE),
    },
    _firm,
)
