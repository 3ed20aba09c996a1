"""Whether something can be an e-mail address at all."""

import re

_PLAUSIBLE = re.compile(r"[^\s@,;<>()]+@[^\s@,;<>()]+\.[^\s@,;<>().]{2,}")


def is_plausible(address: str) -> bool:
    return _PLAUSIBLE.fullmatch(address) is not None
