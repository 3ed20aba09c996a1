"""Files given as text, and what reading says of them, for tests of `loading`."""

from aloitus.findings import Finding
from aloitus.i18n import wording
from aloitus.loading.practice import (
    Loaded,
    load_client,
    load_firm,
    load_people,
    load_process,
)
from aloitus.model.client import Client
from aloitus.model.firm import Firm, Person
from aloitus.model.process import Process

SOUND = "name: Kuusipuun Saha Oy\nprocess: client-onboarding\nstatus: active\nservices: [bookkeeping]\n"
"""Four lines that make a client; what a test adds begins on line 5."""

LANGUAGES = ("fi", "en")


def client_file(text: str | bytes, path: str = "clients/esimerkki.yaml") -> Loaded[Client]:
    data = text if isinstance(text, bytes) else text.encode()
    return load_client(path, data, first_language="fi", languages=LANGUAGES)


def a_client(added: str) -> Client:
    """The client of a file that has nothing wrong with it: the sound lines and what is added to them."""
    loaded = client_file(SOUND + added)
    assert not loaded.findings, [spoken(finding) for finding in loaded.findings]
    assert loaded.value
    return loaded.value


def process_file(text: str) -> tuple[Process, tuple[Finding, ...]]:
    loaded = load_process("templates/processes/pieni.yaml", text.encode(), LANGUAGES)
    assert loaded.value
    return loaded.value, loaded.findings


def firm_file(text: str) -> tuple[Firm, tuple[Finding, ...]]:
    loaded = load_firm("templates/firm.yaml", text.encode())
    assert loaded.value
    return loaded.value, loaded.findings


def people_file(text: str) -> tuple[dict[str, Person], tuple[Finding, ...]]:
    loaded = load_people("templates/people.yaml", text.encode())
    assert loaded.value is not None
    return dict(loaded.value), loaded.findings


def placed(finding: Finding) -> str:
    """`VAL204 6:21`."""
    span = finding.place.span
    assert span
    return f"{finding.code} {span.line}:{span.column}"


def found_in(added: str) -> list[str]:
    """Codes and places of what is wrong with a sound client file after these lines were added to it."""
    return [placed(finding) for finding in client_file(SOUND + added).findings]


def the_finding(added: str) -> Finding:
    (finding,) = client_file(SOUND + added).findings
    return finding


def spoken(finding: Finding, language: str = "en") -> str:
    return wording(language).say(finding.message)


def help_of(finding: Finding, language: str = "en") -> str:
    assert finding.help
    return wording(language).say(finding.help)
