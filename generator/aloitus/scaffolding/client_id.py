"""The id that a new client's file gets from the client's name."""

import re

from aloitus.loading.suggestions import as_id

_FORM_OF_COMPANY = re.compile(r"-(?:oyj|oy|ab|abp|ky|tmi|ay|ry|osk|oyj-abp|oy-ab)$")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|index)")


def client_id(name: str) -> str | None:
    """`Kuusipuun Saha Oy` → `kuusipuun-saha`; None of a name without a Latin letter or digit."""
    found = as_id(name)
    if found is None:
        return None
    short = _FORM_OF_COMPANY.sub("", found)
    return f"{found}-client" if _RESERVED.fullmatch(short) else short
