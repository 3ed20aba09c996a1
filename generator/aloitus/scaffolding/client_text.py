"""The text of a client's file: every task that applies, in the process's order, with its title beside it."""

from collections.abc import Mapping

from aloitus.editing.blocks import entry_lines
from aloitus.editing.values import Value
from aloitus.loading.schema.client import CLIENT
from aloitus.recording.layout import ClientLayout

SCHEMA_LINE = "# yaml-language-server: $schema=../.aloitus/client.schema.json"


def client_text(values: Mapping[str, Value], layout: ClientLayout) -> str:
    """A file of `values`, by the keys of a client's file, in their order; what is empty is left out."""
    lines = [SCHEMA_LINE]
    for key in CLIENT.fields:
        value = values.get(key)
        if value is None or value in ((), [], {}, ""):
            continue
        if layout.spaced((key,)):
            lines.append("")
        lines += entry_lines((key,), value, 0, layout)
    return "\n".join(lines) + "\n"
