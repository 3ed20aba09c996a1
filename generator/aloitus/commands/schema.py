"""`aloitus schema`: JSON Schemas of the firm's files, with the firm's own names, for editors."""

import json
from collections.abc import Mapping
from pathlib import Path

from aloitus.command_line.invocation import Invocation
from aloitus.command_line.verb import VerbCommand
from aloitus.editing.file import WORK, put_file
from aloitus.i18n import Wording
from aloitus.pipeline.opened import open_practice
from aloitus.schemas.files import schemas
from aloitus.schemas.keys import DESCRIBED


def run(invocation: Invocation) -> int:
    say = invocation.says_for(open_practice(invocation.root).firm)
    for path in write_schemas(invocation.root, say):
        print(path)
    print(say("verbs.schema.written"))
    return 0


def write_schemas(root: Path, say: Wording) -> list[str]:
    """The paths of what was written."""
    practice = open_practice(root)
    paths = []
    for name, schema in schemas(practice.templates.practice, say.language, _words(say)).items():
        path = f"{WORK}/{name}.schema.json"
        put_file(root, path, (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode())
        paths.append(path)
    return paths


def _words(say: Wording) -> Mapping[str, str]:
    return {key: say(f"keys.{key}") for key in DESCRIBED}


COMMAND = VerbCommand("schema", run)
