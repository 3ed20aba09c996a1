"""What to write where a date moved silently: an approver too where the move takes one, and which line is missing."""

from typing import Any

import pytest

from aloitus.gate.history.date_moved_silently import check
from aloitus.model.client import ServiceStart
from builders import a_client, day
from gate_step import a_step

EARLY, LATE, TO_COME = "2026-06-01", "2026-06-08", "2027-01-11"


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ({"starts": TO_COME}, {"starts": "2027-01-18"}, ""),
        ({"starts": "2027-01-18"}, {"starts": TO_COME}, "approved-"),
        ({"starts": EARLY}, {"starts": LATE}, "approved-"),
        ({"starts": EARLY}, {"starts": "2026-11-22"}, "approved-"),
        ({"starts": EARLY}, {"starts": "2026-11-23"}, ""),
        ({"signed": EARLY}, {"signed": "2026-11-23"}, "approved-"),
    ],
)
def test_who_has_to_approve_a_move_is_asked_for_at_once(before: Any, after: Any, wanted: str) -> None:
    (finding,) = check(a_step(a_client(**before), a_client(**after)))
    assert finding.help is not None
    assert finding.help.key == f"his.date-moved-silently-{wanted}help"


def test_a_day_that_is_gone_is_put_back_by_its_own_key() -> None:
    own = {"payroll": ServiceStart(day(LATE), day(LATE))}
    dated = a_client(starts=EARLY, started=LATE, services=("payroll",), service_starts=own)
    bare = a_client(starts=None, started=None, services=("payroll",))
    told = {finding.place.key: finding.help.values["field"] for finding in check(a_step(dated, bare)) if finding.help}
    assert told == {
        ("dates", "service_start"): "service_start",
        ("dates", "service_started"): "service_started",
        ("service_starts", "payroll", "agreed"): "payroll",
        ("service_starts", "payroll", "started"): "started",
    }
