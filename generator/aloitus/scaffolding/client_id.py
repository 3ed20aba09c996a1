"""The id that a new client's file gets from the client's name."""

import re

from aloitus.loading.suggestions import as_id
from aloitus.loading.values import Id

_FORM_OF_COMPANY = re.compile(r"-(?:oyj|oy|ab|abp|ky|tmi|ay|ry|osk|oyj-abp|oy-ab)$")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|index)")


def is_client_id(name: str) -> bool:
    """Whether a file may be called so: an id, and no name that a system or the wiki keeps for itself."""
    return Id().fits(name) is not None and not _RESERVED.fullmatch(name)


def client_id(name: str) -> str | None:
    """`Kuusipuun Saha Oy` → `kuusipuun-saha`; None of a name without a Latin letter or digit."""
    found = as_id(name)
    if found is None:
        return None
    short = _FORM_OF_COMPANY.sub("", found)
    return f"{found}-client" if _RESERVED.fullmatch(short) else short
