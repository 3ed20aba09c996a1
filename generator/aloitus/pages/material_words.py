"""By when the client hands over a thing, in words that blame nobody."""

from aloitus.i18n import Wording
from aloitus.pages.first_letter import small
from aloitus.plan.material import Material


def by_when(material: Material, wording: Wording) -> str:
    """`mahdollisimman pian`, `2.12.2026 mennessä`, or that the time is to be agreed."""
    if material.urgent:
        return small(wording("material.soon"))
    return wording("material.by", day=material.due) if material.due else small(wording("material.undated"))
