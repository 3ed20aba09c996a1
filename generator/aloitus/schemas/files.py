"""The schemas of a firm's four kinds of files."""

from collections.abc import Mapping

from aloitus.loading.schema.client import CLIENT
from aloitus.loading.schema.firm import FIRM
from aloitus.loading.schema.people import PEOPLE
from aloitus.loading.schema.process import PROCESS
from aloitus.model.firm import Practice
from aloitus.schemas.names import Names, client_names
from aloitus.schemas.shapes import Schema, Shaper

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The newest that editors' YAML support understands."""


def schemas(practice: Practice, language: str, words: Mapping[str, str]) -> Mapping[str, Schema]:
    """By kind of file: `client`, `process`, `people`, `firm`.

    `words`: what each key of a client's file is for, and under `client-side` what the client is called where it's
    somebody's task.
    """
    names = client_names(practice.firm, practice.people, practice.processes, language, words.get("client-side", ""))
    shaper = Shaper(names, words)
    client = shaper.shape(CLIENT)
    # of a purged client nothing stays that could be required
    entry = {"properties": {"kind": {"const": "purged"}}, "required": ["kind"]}
    purged = {"properties": {"changes": {"type": "array", "contains": entry}}, "required": ["changes"]}
    client |= {"if": purged, "else": {"required": ["services"]}, "definitions": shaper.definitions}
    own = Names(languages=practice.firm.languages)
    shaped = {
        "client": client,
        "process": Shaper(own, {}).shape(PROCESS),
        "people": Shaper(Names(), {}).shape(PEOPLE),
        "firm": Shaper(Names(), {}).shape(FIRM),
    }
    return {name: {"$schema": DIALECT, **schema} for name, schema in shaped.items()}
