"""A date that the process doesn't know.

Due days are counted from the client's dates. A date under a misspelt key moves nothing, and the due days that should
follow it stay empty or stand on a default.

To mend it, write the key as the process has it under `dates`. Besides, every client has `service_started`: the day
that production really began. In a `date-moved` entry, the day of one service is `service_starts.<service>`.
"""

from collections.abc import Iterator

from aloitus.findings import Example, Finding, FindingKind, Severity
from aloitus.model.client import ChangeKind
from aloitus.rules.case import BUILT_IN_DATES, Case
from aloitus.rules.nearest import titles, unknown_name

KIND = FindingKind(
    "REF108",
    "unknown-date",
    Severity.ERROR,
    __doc__,
    failing=Example("""\
dates:
  sofware_training: 2026-05-28
"""),
    passing=Example("""\
dates:
  software_training: 2026-05-28
"""),
)


def check(case: Case) -> Iterator[Finding]:
    client = case.client
    known = dict.fromkeys((*case.process.dates, *BUILT_IN_DATES))
    called = titles(case.process.dates)
    for key in client.dates:
        if key not in known:
            yield unknown_name(KIND, case.at_key("dates", key), key, known, where=case.process_file, called=called)
    for number, change in enumerate(client.changes):
        what = change.what
        if change.kind is not ChangeKind.DATE_MOVED or not what or what in known:
            continue
        starts = dict.fromkeys(f"service_starts.{service}" for service in case.process.services)
        if what not in starts:
            place = case.at("changes", number, "what")
            yield unknown_name(KIND, place, what, known | starts, where=case.process_file, called=called)
