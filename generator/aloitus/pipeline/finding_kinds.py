"""Every kind of finding that the program knows, whichever room makes it."""

from collections.abc import Mapping

from aloitus.findings import FindingKind
from aloitus.gate.registry import GATE_RULES
from aloitus.i18n import Wording
from aloitus.loading.val_kinds import VAL_KINDS
from aloitus.loading.yml_kinds import YML_KINDS
from aloitus.reports.explain import explanations
from aloitus.rules.registry import RULES


def finding_kinds() -> Mapping[str, FindingKind]:
    """By code, in the order of the codes."""
    kinds = [*YML_KINDS, *VAL_KINDS, *(rule.KIND for rule in (*RULES, *GATE_RULES))]
    return {kind.code: kind for kind in sorted(kinds, key=lambda kind: kind.code)}


def explanations_by_code(say: Wording) -> Mapping[str, str]:
    return {told.code: "\n\n".join(told.paragraphs) for told in explanations(finding_kinds().values(), say)}
