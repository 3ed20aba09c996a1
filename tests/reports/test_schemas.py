"""What programs read keeps to its schema, whatever stands in a file."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema  # type: ignore[import-untyped]  # it ships no types
import pytest

from aloitus.findings import Finding
from aloitus.reports.registry import REPORTS
from reports_sample import SAMPLE, a_report, gone, not_final, odd

SCHEMAS = Path(__file__).parents[1] / "schemas"
HOSTILE = "x\x1b[31m\u202e\x9b ::error::y\n##[error]%0A,:<b>&\"'\ud800\uffff株"
CASES = {
    "sample": SAMPLE,
    "nothing": (),
    "hostile text": (odd(HOSTILE), not_final(HOSTILE), gone(HOSTILE)),
    "many": tuple(odd(str(number)) for number in range(40)),
}


@pytest.mark.parametrize("findings", CASES.values(), ids=CASES)
@pytest.mark.parametrize(
    ("name", "schema"), [("json", "check-1"), ("gitlab", "gitlab-code-quality"), ("sarif", "sarif-2.1.0")]
)
def test_json_formats_keep_to_their_schemas(name: str, schema: str, findings: tuple[Finding, ...]) -> None:
    written = json.loads(REPORTS[name](a_report(findings)))
    jsonschema.validate(
        written,
        json.loads((SCHEMAS / f"{schema}.schema.json").read_text()),
        cls=jsonschema.Draft202012Validator,
    )


@pytest.mark.parametrize("findings", CASES.values(), ids=CASES)
def test_junit_has_the_elements_and_attributes_of_its_schema(findings: tuple[Finding, ...]) -> None:
    rules = json.loads((SCHEMAS / "junit.json").read_text())
    root = ET.fromstring(REPORTS["junit"](a_report(findings)))  # noqa: S314 - we wrote it
    assert root.tag == "testsuites"
    for element in root.iter():
        rule = rules[element.tag]
        assert set(rule["required"]) <= set(element.attrib) <= set(rule["attributes"])
        assert {child.tag for child in element} <= set(rule["children"])


def test_junit_counts_what_it_has() -> None:
    suite = ET.fromstring(REPORTS["junit"](a_report()))[0]  # noqa: S314 - we wrote it
    assert suite.attrib["tests"] == str(len(suite.findall("testcase"))) == "4"
    assert suite.attrib["failures"] == str(len(suite.findall("testcase/failure"))) == "1"


def test_a_clean_check_is_one_passed_test() -> None:
    suite = ET.fromstring(REPORTS["junit"](a_report(())))[0]  # noqa: S314 - we wrote it
    assert [case.attrib["name"] for case in suite] == ["Ei huomautettavaa (27 asiakasta)"]


def test_each_sarif_result_points_at_its_rule() -> None:
    run = json.loads(REPORTS["sarif"](a_report()))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [
        result["ruleId"] for result in run["results"]
    ]
