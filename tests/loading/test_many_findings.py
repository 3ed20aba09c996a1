"""A file with very many mistakes is told of in part, and no mistake hides a graver one."""

from aloitus.findings import Severity
from aloitus.loading.practice import load_client
from aloitus.loading.reading import MOST_FINDINGS

HEAD = "name: Kuusipuun Saha Oy\nprocess: client-onboarding\nstatus: active\nservices: [bookkeeping]\n"
WARNED = "  - {name: Sanna Saha, phone: 040 #1\n    }\n"
"""A comment directly after a text, which loses the number."""


def codes(text: str) -> dict[str, int]:
    found = load_client("clients/kuusipuu.yaml", text.encode(), first_language="fi").findings
    return {finding.code: sum(other.code == finding.code for other in found) for finding in found}


def test_no_number_of_warnings_hides_an_error() -> None:
    text = f"{HEAD}contacts:\n{WARNED * (MOST_FINDINGS + 10)}tasks:\n  identify-client: {{status: Done}}\n"
    assert codes(text) == {"YML014": MOST_FINDINGS, "YML017": 1, "VAL209": 1}


def test_so_many_errors_are_told_of_and_that_there_are_more() -> None:
    tasks = "".join(f"  task-{number}: {{status: Done}}\n" for number in range(MOST_FINDINGS + 10))
    assert codes(f"{HEAD}tasks:\n{tasks}") == {"VAL209": MOST_FINDINGS, "YML017": 1}


def test_a_file_with_few_mistakes_has_no_more_of_them() -> None:
    loaded = load_client("clients/kuusipuu.yaml", f"{HEAD}contacts:\n{WARNED}".encode(), first_language="fi")
    assert [finding.severity for finding in loaded.findings] == [Severity.WARNING]
