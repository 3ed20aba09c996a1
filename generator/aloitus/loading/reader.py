"""From a file's bytes to its span tree, and the findings on the way."""

from collections.abc import Iterator
from typing import cast

from yaml.events import ScalarEvent

from aloitus.findings import Message, Place, Related, Span
from aloitus.loading import yml_kinds as kinds
from aloitus.loading.characters import code_point, decode, first_forbidden, printable
from aloitus.loading.parsing import Parsed, parse
from aloitus.loading.personal_data import MASK, Secret, find_secrets, mask, may_have_secrets
from aloitus.loading.quoting import with_value_quoted
from aloitus.loading.reading import MOST_FINDINGS, Reading, shown
from aloitus.loading.syntax import explain
from aloitus.loading.tree import MAX_DEPTH, MAX_NODES, LimitExceededError, MappingNode, Node, SequenceNode


def read(path: str, data: bytes, *, guarded: bool = True, languages: tuple[str, ...] = ()) -> Reading:
    """The file's tree and findings; `root` is None when it can't be read. `guarded`: personal data is refused."""
    decoded = decode(path, data)
    reading = Reading(path, decoded.text, languages=languages, findings=list(decoded.findings))
    data = decoded.data
    if guarded and (not decoded.sound or may_have_secrets(data)):
        data = _refuse_secrets(reading) or data
    if not decoded.sound:
        return reading
    reading.may_have_comments = b"#" in data and (b" #" in data or b"\t#" in data)
    parsed = parse(data)
    if isinstance(parsed.root, MappingNode):
        reading.root = parsed.root
    if reading.root and b"\\" in data:
        _refuse_escapes(reading, parsed, guarded=guarded)
    _report(parsed, reading)
    return reading


def _refuse_secrets(reading: Reading) -> bytes | None:
    secrets = find_secrets(reading.text)
    text = reading.text
    for secret in secrets[: MOST_FINDINGS + 1]:
        line = text.count("\n", 0, secret.start) + 1
        column = secret.start - text.rfind("\n", 0, secret.start)
        end_line = line + text.count("\n", secret.start, secret.end)
        end_column = secret.end - text.rfind("\n", 0, secret.end)
        place = Place(reading.path, span=Span(line, column, end_line, end_column))
        reading.append(secret.kind.at(place, masked=shown(secret.masked)))
    if not secrets:
        return None
    reading.text = mask(text, secrets)
    return reading.text.encode()


def _report(parsed: Parsed, reading: Reading) -> None:
    """Findings about what YAML allows and these files don't, and about what isn't YAML at all."""
    if isinstance(parsed.failure, LimitExceededError):
        place = Place(reading.path, span=reading.span(parsed.failure.event))
        kind, most = (
            (kinds.TOO_DEEP, MAX_DEPTH) if parsed.failure.limit == "depth" else (kinds.TOO_MANY_NODES, MAX_NODES)
        )
        reading.append(kind.at(place, most=most))
    elif parsed.failure:
        reading.append(explain(parsed.failure, reading))
    elif parsed.root is None or (isinstance(parsed.root, ScalarEvent) and not parsed.root.value):
        reading.append(kinds.EMPTY_FILE.at(Place(reading.path, span=Span(1, 1, 1, 1))))
    elif reading.root is None:
        reading.append(kinds.NOT_A_MAPPING.at(Place(reading.path, span=reading.span(parsed.root))))
    if parsed.directives:
        reading.append(kinds.DIRECTIVE.at(Place(reading.path, span=reading.span(parsed.directives))))
    if parsed.second_document:
        reading.append(kinds.SECOND_DOCUMENT.at(Place(reading.path, span=reading.span(parsed.second_document))))
    odd = parsed.oddities
    for kind, events in (
        (kinds.REFERENCE, odd.anchors),
        (kinds.REFERENCE, odd.aliases),
        (kinds.TAG, odd.tags),
        (kinds.COMPLEX_KEY, odd.complex_keys),
    ):
        for event in events[: MOST_FINDINGS + 1]:
            span = reading.span(event)
            line = with_value_quoted(reading.line(span.line), span.column)
            reading.append(kind.at(Place(reading.path, span=span), line=line))
    for mapping, again in odd.duplicates[: MOST_FINDINGS + 1]:
        first = mapping.key(again.value)
        related = Related(Message("yml.duplicate-key-first"), reading.place(first))
        place = Place(reading.path, reading.place(first).key, on_key=True, span=reading.span(again))
        reading.append(kinds.DUPLICATE_KEY.at(place, related=(related,), name=shown(again)))


def _refuse_escapes(reading: Reading, parsed: Parsed, *, guarded: bool) -> None:
    r"""Quoted text may spell out (`"\u202e"`) what a scan of the file can't see.

    All of it is cleaned before anything is said of it: a finding's place names the keys on the way.
    """
    root = cast(MappingNode, parsed.root)
    odd: list[tuple[ScalarEvent, str]] = []
    secrets: list[tuple[ScalarEvent, Secret]] = []
    for scalar in [*_scalars(root), *(again for _, again in parsed.oddities.duplicates)]:
        character = first_forbidden(scalar.value)
        if character:
            odd.append((scalar, character))
            scalar.value = printable(scalar.value)
        hidden = find_secrets(scalar.value) if guarded else []
        secrets += [(scalar, secret) for secret in hidden]
        scalar.value = mask(scalar.value, hidden)
    root.take_over_keys()
    for scalar, character in odd:
        reading.add(kinds.FORBIDDEN_CHARACTER, scalar, variant="escaped", character=code_point(character))
    for scalar, secret in secrets:
        reading.add(secret.kind, scalar, masked=shown(secret.masked))
    for scalar, _ in secrets:
        reading.blank(reading.span(scalar), MASK)


def _scalars(node: Node) -> Iterator[ScalarEvent]:
    if isinstance(node, MappingNode):
        yield from node.keys
        for child in node.values.values():
            yield from _scalars(child)
    elif isinstance(node, SequenceNode):
        for child in node.items:
            yield from _scalars(child)
    else:
        yield node
