"""Findings as a reader gets them, to be kept as golden files: where, what, what to type, and what else to look at."""

from collections.abc import Iterable, Mapping

from aloitus.findings import Finding, Place
from aloitus.i18n import Wording


def told(findings_of: Mapping[str, Iterable[Finding]], say: Wording) -> str:
    """What is told of each case, by its name."""
    return "\n".join(
        "\n".join((f"# {name}", *(line for finding in findings for line in _lines(finding, say)), ""))
        for name, findings in findings_of.items()
    )


def _lines(finding: Finding, say: Wording) -> Iterable[str]:
    yield f"{finding.severity.name.lower()} {finding.code} {_place(finding.place)}: {say.say(finding.message)}"
    if finding.help:
        yield f"  > {say.say(finding.help)}"
    for beside in finding.related:
        yield f"  + {_place(beside.place)}: {say.say(beside.message)}"


def _place(place: Place) -> str:
    return " ".join((place.file, ".".join(map(str, place.key)), *(["(key)"] if place.on_key else [])))
