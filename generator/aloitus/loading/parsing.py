"""Running libyaml's parser over a file; nothing here knows what the file means."""

from dataclasses import dataclass, field

from yaml import MarkedYAMLError
from yaml.events import DocumentStartEvent, Event, StreamEndEvent

from aloitus.errors import UserError
from aloitus.loading.tree import LimitExceededError, Node, Oddities, TreeBuilder


@dataclass(slots=True)
class Parsed:
    """`root` is None for a file with no content, and where `failure` says why it isn't known."""

    oddities: Oddities = field(default_factory=Oddities)
    root: Node | None = None
    directives: DocumentStartEvent | None = None
    second_document: Event | None = None
    failure: MarkedYAMLError | LimitExceededError | None = None


def parse(data: bytes) -> Parsed:
    """Parse sound UTF-8 without a byte-order mark. Raises UserError where PyYAML has no C parser."""
    try:
        from yaml._yaml import CParser
    except ImportError as error:
        raise UserError("yml.no-libyaml") from error
    parsed = Parsed()
    get = CParser(data).get_event
    builder = TreeBuilder(data, get)
    parsed.oddities = builder.oddities
    try:
        get()  # the start of the stream
        start = get()
        if not isinstance(start, DocumentStartEvent):
            return parsed
        if start.version or start.tags:
            parsed.directives = start
        root = builder.next_node()
        get()  # the end of the document
        following = get()
        if not isinstance(following, StreamEndEvent):
            parsed.second_document = following
        parsed.root = root
    except (MarkedYAMLError, LimitExceededError) as failure:
        parsed.failure = failure
    return parsed
