"""The Finnish business id (Y-tunnus)."""

import re
from dataclasses import dataclass

from yaml.events import ScalarEvent

from aloitus.loading import val_kinds as kinds
from aloitus.loading.reading import Reading, shown
from aloitus.loading.tree import Node
from aloitus.loading.values import is_null, wrong_shape

_FORM = re.compile(r"[0-9]{7}-[0-9]")
_SEVEN_DIGITS = re.compile(r"[^0-9]*([0-9]{7})[^0-9]*[0-9]?[^0-9]*")


@dataclass(frozen=True, slots=True)
class BusinessId:
    """`NNNNNNN-C`, its check digit right."""

    def read(self, node: Node, reading: Reading) -> str | None:
        if type(node) is not ScalarEvent:
            wrong_shape(node, reading, "text")
            return None
        written = node.value
        well_formed = _FORM.fullmatch(written) is not None
        if well_formed and _is_valid(written):
            return written
        if not is_null(node):
            suggestion = meant_business_id(written)
            reading.add(
                kinds.BAD_BUSINESS_ID,
                node,
                variant="check-digit" if well_formed else "",
                advice="meant-help" if suggestion else "help",
                value=shown(node),
                line=reading.typed(node, suggestion or ""),
            )
        return None


def is_business_id(written: str) -> bool:
    return _FORM.fullmatch(written) is not None and _is_valid(written)


def meant_business_id(written: str) -> str | None:
    """The id with the check digit that its seven digits ask for; some numbers have none and were never issued."""
    digits = _SEVEN_DIGITS.fullmatch(written)
    if not digits:
        return None
    return next((right for check in "0123456789" if _is_valid(right := f"{digits[1]}-{check}")), None)


def _is_valid(business_id: str) -> bool:
    from stdnum.fi import ytunnus

    return bool(ytunnus.is_valid(business_id))
