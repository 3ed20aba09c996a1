"""SARIF 2.1.0, for code scanning. Columns count code points, and fingerprints don't depend on lines."""

from aloitus.findings import Severity, Span
from aloitus.reports.fingerprint import fingerprints
from aloitus.reports.json_text import json_text
from aloitus.reports.report import Located, Report, Spot
from aloitus.reports.words import message_and_help, related_message

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "aloitus/v1"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def render(report: Report) -> str:
    codes = sorted({located.finding.code: located.finding.name for located in report.findings}.items())
    rules = [_rule(report, code, name) for code, name in codes]
    places = {code: number for number, (code, _) in enumerate(codes)}
    results = [
        _result(report, located, places[located.finding.code], fingerprint)
        for located, fingerprint in zip(report.findings, fingerprints(report.findings), strict=True)
    ]
    run = {
        "tool": {"driver": {"name": "aloitus", "version": report.version, "rules": rules}},
        "language": report.say.language,
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(report: Report, code: str, name: str) -> dict[str, object]:
    explanation = report.explanations.get(code, name).strip()
    rule: dict[str, object] = {
        "id": code,
        "name": "".join(word.capitalize() for word in name.split("-")),
        "shortDescription": {"text": explanation.split("\n\n")[0].replace("\n", " ")},
        "fullDescription": {"text": explanation},
    }
    url = report.url(code)
    return rule | {"helpUri": url} if url else rule


def _result(report: Report, located: Located, rule: int, fingerprint: str) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": located.finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[located.finding.severity],
        "message": {"text": message_and_help(report, located)},
        "locations": [{"physicalLocation": _location(located.spot)}],
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }
    if located.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": related_message(report, located, number)},
                "physicalLocation": _location(spot),
            }
            for number, spot in enumerate(located.related)
        ]
    return result


def _location(spot: Spot) -> dict[str, object]:
    from urllib.parse import quote

    location: dict[str, object] = {"artifactLocation": {"uri": quote(spot.path, errors="surrogatepass")}}
    return location | {"region": _region(spot.span)} if spot.span else location


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
