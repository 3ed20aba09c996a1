"""What tells a finding from others, run after run: never its line, nor its wording."""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from aloitus.reports.report import Located


def fingerprints(findings: Sequence[Located]) -> list[str]:
    """One for each finding, all different: of its code, its path and its key, and a number where those are equal."""
    seen: Counter[str] = Counter()
    made = []
    for located in findings:
        finding = located.finding
        identity = "\n".join((finding.code, located.spot.path, *map(str, finding.place.key), finding.message.key))
        seen[identity] += 1
        counted = f"{identity}\n\n{seen[identity]}"
        made.append(sha256(counted.encode(errors="surrogatepass")).hexdigest())
    return made
