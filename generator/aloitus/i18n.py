"""Wording by language and key, from `locale/<language>/*.yaml`.

A file `locale/fi/plan.yaml` holds the keys `plan.…`. A wording is a string with `{named}` places, or the plural
forms `{one: …, other: …}` chosen by its place `n`. Adding a language is adding a folder.
"""

import datetime as dt  # a method is called `date`
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from aloitus.findings import Message, Term
from aloitus.model.text import Text


class MissingWordingError(KeyError):
    """A key that no language file has: a mistake in the program, caught by the tests that compare key sets."""


@dataclass(frozen=True)
class Wording:
    """The sentences of one language; where it lacks a key, those of English."""

    language: str
    sentences: Mapping[str, str | Mapping[str, str]]

    def __call__(self, key: str, **values: object) -> str:
        try:
            sentence = self.sentences[key]
        except KeyError:
            raise MissingWordingError(f"{self.language}: {key}") from None
        if not isinstance(sentence, str):
            sentence = sentence["one" if values.get("n") == 1 else "other"]
        return sentence.format(**{name: self.show(value) for name, value in values.items()}) if values else sentence

    def say(self, message: Message) -> str:
        return self(message.key, **message.values)

    def has(self, key: str) -> bool:
        return key in self.sentences

    def under(self, prefix: str) -> Mapping[str, str | Mapping[str, str]]:
        """The sentences whose keys begin with `prefix` and a dot, by what follows it."""
        start = f"{prefix}."
        return {key.removeprefix(start): self.sentences[key] for key in self.sentences if key.startswith(start)}

    def show(self, value: object) -> object:
        """A value as this language writes it: `23.11.2026`, a term's word, a title, a list with its "and"."""
        if isinstance(value, dt.date):
            return self.date(value)
        if isinstance(value, dt.time):
            return self.time(value)
        if isinstance(value, Term):
            return self(value.key)
        if isinstance(value, Text):
            return value.say(self.language)
        if isinstance(value, tuple):
            return self.listed([str(self.show(item)) for item in value])
        return value

    def date(self, day: dt.date) -> str:
        """`d.M.yyyy`, without leading zeros: both languages write it as Finland does."""
        return f"{day.day}.{day.month}.{day.year}"

    def time(self, at: dt.time) -> str:
        """`9.00`, as Finland writes it."""
        return f"{at.hour}.{at.minute:02}"

    def short_date(self, day: dt.date) -> str:
        return f"{day.day}.{day.month}."

    def listed(self, items: list[str]) -> str:
        """`a, b ja c`."""
        if len(items) <= 1:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self('dates.and')} {items[-1]}"


def languages() -> tuple[str, ...]:
    """The languages that the program speaks: the folders under `locale`, in alphabetical order."""
    return tuple(sorted(entry.name for entry in _locale().iterdir() if entry.is_dir()))


@cache
def wording(language: str) -> Wording:
    """The wording of `language`, or English where the program doesn't speak it."""
    folder = _locale() / (language if language in languages() else "en")
    return Wording(folder.name, Sentences(folder))


class Sentences(Mapping[str, str | Mapping[str, str]]):
    """Sentences by key; a topic's file is read when the first of its keys is asked for: a run needs few of them."""

    def __init__(self, folder: "resources.abc.Traversable") -> None:
        self._folder = folder
        self._read: set[str] = set()
        self._known: dict[str, str | Mapping[str, str]] = {}

    def __getitem__(self, key: str) -> str | Mapping[str, str]:
        if key not in self._known:
            self._read_topic(key.partition(".")[0])
        return self._known[key]

    def __iter__(self) -> Iterator[str]:
        for entry in self._folder.iterdir():
            if entry.name.endswith(".yaml"):
                self._read_topic(entry.name.removesuffix(".yaml"))
        return iter(sorted(self._known))

    def __len__(self) -> int:
        return sum(1 for _key in self)

    def _read_topic(self, topic: str) -> None:
        if topic not in self._read:
            self._read.add(topic)
            self._known |= _read(self._folder / f"{topic}.yaml", topic)


def _read(file: "resources.abc.Traversable", topic: str) -> Mapping[str, str | Mapping[str, str]]:
    import yaml

    try:
        text = file.read_text("utf-8")
    except FileNotFoundError:
        return {}
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # without libyaml the sentence that says so is still read
    return _flat(yaml.load(text, Loader=loader) or {}, topic)  # noqa: S506 -- a safe one either way


def _locale() -> "resources.abc.Traversable":
    return resources.files("aloitus") / "locale"


def _flat(tree: Mapping[str, object], prefix: str) -> dict[str, str | Mapping[str, str]]:
    flat: dict[str, str | Mapping[str, str]] = {}
    for key, value in tree.items():
        name = f"{prefix}.{key}"
        if isinstance(value, dict) and set(value) != {"one", "other"}:
            flat |= _flat(value, name)
        elif isinstance(value, dict):
            flat[name] = value
        else:
            flat[name] = str(value)
    return flat
