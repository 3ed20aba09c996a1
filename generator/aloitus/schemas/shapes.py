"""One kind of value of the reader's, as a JSON Schema."""

from collections.abc import Mapping
from typing import Any

from aloitus.loading.business_id import BusinessId
from aloitus.loading.by_id import ById, NamedById
from aloitus.loading.choices import Language, Word
from aloitus.loading.due import Due
from aloitus.loading.process_values import WHOLE_TEAM, Fulfilment, Participants, StepText
from aloitus.loading.schema.firm import Country, TimeZone
from aloitus.loading.shapes import Either, ListOf, LocalText, Record
from aloitus.loading.values import Clock, Count, Day, Flag, FreeText, Id
from aloitus.schemas.names import Names, Path, Titles

Schema = dict[str, Any]

ID = "^[a-z0-9][a-z0-9-]{0,62}$"
DATE_KEY = "^[a-z0-9][a-z0-9_-]{0,62}$"
LANGUAGE = "^[a-z]{2,3}(-[A-Z]{2})?$"
DAY = "^(19|2[01])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
NOTHING: Schema = {"type": "null"}
_UNIT = "( [+-] (0|[1-9][0-9]{0,2}) (workday|day|month)s?){0,6}"
_TEXT: Schema = {"type": ["string", "number", "boolean"]}
"""What editors take for a number or a truth value is a text here, as it stands."""

SIMPLE: Mapping[type, Schema] = {
    FreeText: _TEXT,
    Day: {"type": "string", "format": "date", "pattern": DAY},
    Clock: {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"},
    Flag: {"enum": [True, False, "true", "false"]},
    BusinessId: {"type": "string", "pattern": "^[0-9]{7}-[0-9]$"},
    Country: {"type": "string", "pattern": "^[A-Z]{2}$"},
    TimeZone: {"type": "string", "pattern": "^[A-Za-z0-9_+/-]+$"},
    Due: {"type": "string", "pattern": f"^\\s*(end of month of )?[a-z0-9][a-z0-9_]{{0,62}}{_UNIT}\\s*$"},
    Fulfilment: {
        "type": "string",
        "pattern": r"^(meetings\.[a-z0-9][a-z0-9-]{0,62}|invoicing\.(items|uninvoiced)|closure\.erp_closed)$",
    },
}


class Shaper:
    """Shapes the values of one kind of file. `words`: what a key is for, by its name, where that's told.

    `definitions` gathers what stands in many places, and is written once.
    """

    def __init__(self, names: Names, words: Mapping[str, str]) -> None:
        self._names = names
        self._words = words
        self.definitions: Schema = {}

    def shape(self, kind: object, path: Path = ()) -> Schema:
        """What a value of `kind` may be when it's there."""
        if type(kind) in SIMPLE:
            return dict(SIMPLE[type(kind)])
        found: Schema | None = None
        match kind:
            case Id():
                found = self._id(kind, path)
            case Word():
                found = {"enum": list(kind.words)}
            case Count():
                digits = {"type": "string", "pattern": "^(0|[1-9][0-9]{0,6})$"}
                found = {"anyOf": [{"type": "integer", "minimum": kind.least, "maximum": kind.most}, digits]}
            case Language() | LocalText() | StepText():
                found = self._spoken(kind, path)
            case Participants():
                found = {
                    "anyOf": [{"const": WHOLE_TEAM}, {"type": "array", "items": {"type": "string", "pattern": ID}}]
                }
        return self._holder(kind, path) if found is None else found

    def _holder(self, kind: object, path: Path) -> Schema:
        match kind:
            case ListOf():
                item = self.shape(kind.item, (*path, "*"))
                several: Schema = {"type": "array", "items": item}
                if isinstance(kind.item, Id):
                    several["uniqueItems"] = True
                return {"anyOf": [item, several]} if kind.one_too else several
            case Record():
                return self._record(kind, path)
            case ById():
                return self._by_id(self._or_nothing(self.shape(kind.value, (*path, "*"))), kind.key, path)
            case NamedById():
                return self._by_id(self.shape(kind.record, (*path, "*")), kind.key, path)
            case Either():
                return {"anyOf": [self.shape(kind.single, path), self.shape(kind.keys, path)]}
        raise TypeError(kind)

    def _spoken(self, kind: Language | LocalText | StepText, path: Path) -> Schema:
        languages = self._names.languages
        if isinstance(kind, Language):
            return {"enum": list(languages)} if languages else {"type": "string", "pattern": LANGUAGE}
        versions: Schema = {"type": "object", "additionalProperties": _TEXT}
        if languages:
            versions |= {"properties": dict.fromkeys(languages, _TEXT), "additionalProperties": False}
        if isinstance(kind, StepText):
            versions["properties"] = {**versions.get("properties", {}), "when": self.shape(kind.when, path)}
        return {"anyOf": [_TEXT, versions]}

    def _record(self, record: Record[Any], path: Path) -> Schema:
        properties: Schema = {}
        for name, field in record.fields.items():
            shape = self.shape(field.kind, (*path, name))
            properties[name] = _called(shape if field.required else self._or_nothing(shape), self._words.get(name, ""))
        required = [name for name, field in record.fields.items() if field.required]
        schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
        return {**schema, "required": required} if required else schema

    def _by_id(self, value: Schema, key: Id, path: Path) -> Schema:
        titles = self._names.keys.get(path)
        if titles is None:
            pattern = DATE_KEY if key.of_date else ID
            return {"type": "object", "propertyNames": {"pattern": pattern}, "additionalProperties": value}
        shared = self._defined("-".join(part for part in path if part != "*"), value)
        properties = {name: _called(shared, title) for name, title in titles.items()}
        return {"type": "object", "properties": properties, "additionalProperties": False}

    def _id(self, kind: Id, path: Path) -> Schema:
        titles = self._names.values.get(path)
        if titles is None:
            return {"type": "string", "pattern": DATE_KEY if kind.of_date else ID}
        return self._defined(path[-1] if path[-1] != "*" else path[0], one_of(titles))

    def _defined(self, name: str, shape: Schema) -> Schema:
        """A reference to `shape`, under a name of its own."""
        known = next((known for known, one in self.definitions.items() if one == shape), None)
        if known is None:
            known = name if name not in self.definitions else f"{name}-{len(self.definitions)}"
            self.definitions[known] = shape
        return {"$ref": f"#/definitions/{known}"}

    @staticmethod
    def _or_nothing(shape: Schema) -> Schema:
        kinds = shape.get("type")
        if isinstance(kinds, str | list) and "enum" not in shape:
            return {**shape, "type": [*([kinds] if isinstance(kinds, str) else kinds), "null"]}
        return {"anyOf": [shape, NOTHING]}


def one_of(titles: Titles) -> Schema:
    """An id among known ones; editors show the titles beside them."""
    return {"enum": list(titles), "markdownEnumDescriptions": list(titles.values())}


def _called(shape: Schema, title: str) -> Schema:
    """With what editors say of it; beside a reference nothing else would be read."""
    if not title:
        return shape
    return {"description": title, **({"allOf": [shape]} if "$ref" in shape else shape)}
