"""What's told of a new client, whoever told it and however: by the keys of a client's file."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from aloitus.editing.values import Value
from aloitus.findings import Message
from aloitus.loading.schema.client import CLIENT
from aloitus.scaffolding.form_fields import Label, spoken

TELLABLE = tuple(key for key in CLIENT.fields if key not in ("tasks", "meetings", "invoicing", "changes", "closure"))
"""What can be told of a client that's only beginning; the rest comes to be in its file."""


@dataclass(frozen=True)
class Proposal:
    """`id` None: made of the name. `unclear`: what was told and couldn't be understood."""

    values: Mapping[str, Value] = field(default_factory=dict)
    id: str | None = None
    unclear: tuple[Message, ...] = ()

    def filled(self, **more: Value | None) -> "Proposal":
        """With more values, which go before those told already."""
        given = {name: value for name, value in more.items() if value not in (None, (), {}, [], "")}
        return Proposal({**self.values, **given}, self.id, self.unclear)

    def names(self, key: str) -> tuple[str, ...]:
        """A list of ids, such as `services`."""
        value = self.values.get(key)
        return tuple(str(item) for item in value) if isinstance(value, tuple | list) else ()

    def under(self, key: str) -> Mapping[str, Value]:
        value = self.values.get(key)
        return value if isinstance(value, Mapping) else {}


def named(word: str, titles: Mapping[str, Label]) -> str | None:
    """The id that `word` means: itself, `Title (id)`, or a title in any language."""
    text = word.strip()
    inside = text.rpartition("(")[2].removesuffix(")").strip()
    for name in (text, inside):
        if name in titles:
            return name
    folded = text.casefold()
    return next((name for name, title in titles.items() if folded in (text.casefold() for text in spoken(title))), None)
