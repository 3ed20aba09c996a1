"""The firm's records would be kept for fewer years.

`retention_years` in `firm.yaml` says how long a closed client's records stay. Shortening it lets them be purged
sooner, so it needs the approval of somebody whose role stands under `policy`.

To mend it, ask such a person to approve the change on the forge, or take the edit back.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.comparison import Comparison
from aloitus.gate.policy.loosening import FIRM_FILE, loosened

KIND = FindingKind(
    "POL529",
    "policy-retention-shortened",
    Severity.ERROR,
    __doc__,
    failing=Example("retention_years: 1\n", "{}\n", FIRM_FILE),
    passing=Example("retention_years: 10\n", "{}\n", FIRM_FILE),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    before, after = comparison.base.firm, comparison.head.firm
    if before and after and after.retention_years < before.retention_years:
        yield from loosened(
            KIND, comparison, FIRM_FILE, "retention_years",
            before=before.retention_years, after=after.retention_years,
        )  # fmt: skip
