"""A file of the cache is in the repository.

The folder `.aloitus/` holds what the program remembers between runs on one computer. Nothing in it is a source, and
somebody else's memory has no business in a change.

To mend it: `git rm --cached -r .aloitus`, and keep the line `/.aloitus/` in `.gitignore`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.gate.comparison import Comparison
from aloitus.gate.files.entries import about
from aloitus.gate.files.layout import CACHE, is_under

KIND = FindingKind(
    "FIL606",
    "tracked-cache",
    Severity.ERROR,
    __doc__,
    failing=Example("{}\n", file=".aloitus/cache.json"),
    passing=Example("/.aloitus/\n", file=".gitignore"),
)


def check(comparison: Comparison) -> Iterator[Finding]:
    for path, entry in sorted(comparison.head.tree.items()):
        if is_under(path, CACHE):
            yield about(KIND, entry, comparison)
