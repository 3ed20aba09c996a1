"""Jinja for Markdown: every value on a page goes through our own escape, and a missing name is an error."""

import re
from collections.abc import Mapping

from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined
from jinja2.bccache import Bucket

from aloitus.i18n import Wording
from aloitus.pages import fragments
from aloitus.pages.markup import Markup, attribute, escape, front_matter_title

_LINE_ENDS = re.compile(r"[ \n]*\n[ \n]*")


def page_environment(
    templates: Mapping[str, str], wording: Wording, compiled: BytecodeCache | None = None
) -> Environment:
    """The environment of one language over the firm's page templates, by file name.

    In a template `say("key", n=…)` is a wording of `locale/<language>/pages.yaml`, `say("topic.key")` one of another
    topic's file; `attribute` and `title` are the filters for an HTML attribute and for front matter. Joining strings in
    a template (`~`) isn't used: it would escape for HTML, not for Markdown. A list or table of HTML stands in a
    `{% filter flat %}` block: Markdown in HTML takes a line of its own for the end of the list. `compiled` is shared by
    the environments of several languages.
    """

    def load(name: str) -> tuple[str, str, None] | None:
        """The template under its own name, which tracebacks show."""
        return (templates[name], name, None) if name in templates else None

    environment = Environment(
        loader=FunctionLoader(load),
        bytecode_cache=compiled,
        autoescape=True,
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
    )

    def say(key: str, **values: object) -> str:
        return wording(key if "." in key else f"pages.{key}", **values)

    environment.globals["say"] = say
    for component in (fragments.glyph, fragments.link, fragments.mark, fragments.section_head, fragments.time):
        environment.globals[component.__name__] = component
    environment.globals["language"] = wording.language
    environment.filters["attribute"] = attribute
    environment.filters["title"] = lambda text: Markup(front_matter_title(str(text)))
    environment.filters["flat"] = lambda block: Markup(_LINE_ENDS.sub(" ", str(block)).strip())
    environment.filters["date"] = wording.date
    environment.filters["short_date"] = wording.short_date
    return environment


class CompiledTemplates(BytecodeCache):
    """What the templates were compiled to, in memory alone: the same for every language."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = bucket.bytecode_to_string()
