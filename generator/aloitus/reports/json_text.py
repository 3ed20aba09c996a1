"""Values as JSON that a terminal may print: characters that can't be seen are written by their numbers."""

import json
import re

from aloitus.reports.visible import LOG_COMMAND, unseen

_NOT_ASCII = re.compile(r"[\x7f-\U0010ffff]")


def json_text(value: object) -> str:
    written = _NOT_ASCII.sub(_seen, json.dumps(value, indent=2, ensure_ascii=False))
    return LOG_COMMAND.sub(r"#\\u0023", written) + "\n"


def _seen(found: re.Match[str]) -> str:
    character = found[0]
    return json.dumps(character)[1:-1] if unseen(character) or character == "\x7f" else character
