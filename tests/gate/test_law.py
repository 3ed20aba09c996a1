"""The law of the gate: whatever people try, what lands is lawful.

Random changes, honest and dishonest, are made to a small firm; only what the gate lets through lands. After each
landing: who was closed met the criteria of the policy then in force, worked out by hand (`landing_oracle`); no
evidence has vanished; no closed record has changed; nobody approved without the right; and another way of writing the
same change would have had the same verdict.

`ALOITUS_SEQUENCES` and `ALOITUS_SEED` set how many sequences are tried, and which.
"""

import os
import pickle
from collections import Counter
from datetime import timedelta
from functools import cache
from typing import ClassVar, TypeVar

import hypothesis
import pytest
import yaml
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from aloitus.findings import Severity
from aloitus.gate.comparison import Review
from aloitus.pipeline.decoding import Decoder
from closing_oracle import mark_of
from firm_files import PEOPLE, PROCESS, Files, as_files, rewritten
from firm_moves import (
    Firm,
    Hand,
    cancel,
    change_services,
    close,
    excuse_late_review,
    finish,
    join,
    move_a_date,
    reopen,
    spoil,
    start,
    start_apart,
    waive,
)
from gate_cases import practice
from gate_values import TODAY, findings_of, remembering
from landing_oracle import Landing, approvals, breaches, is_sound, new_approvals
from policy_moves import MOVES, change_the_people, change_the_process

T = TypeVar("T")
SEQUENCES = int(os.environ.get("ALOITUS_SEQUENCES", "200"))
SEED = int(os.environ.get("ALOITUS_SEED", "20261123"))
STEPS = 10
HANDLES = {
    "eeva-esihenkilo": "eevae",
    "eero-esihenkilo": "EeroE",
    "liisa-laine": "liisalaine",
    "olli-lahtenyt": "ollil",
}

WHOLE = (
    [finish, close], [finish, spoil, close], [waive, finish, close], [excuse_late_review, finish, close], [reopen],
    [change_services, finish, close], [move_a_date, finish, close],
    [reopen], [start_apart], [start], [waive], [join], [move_a_date], [change_services], [change_the_process],
    [change_the_people], [cancel],
)  # fmt: skip
REVIEWS: tuple[tuple[str | None, tuple[str, ...] | None], ...] = (
    ("liisa-laine", ("eeva-esihenkilo",)), ("liisa-laine", ("eeva-esihenkilo",)), ("liisa-laine", None),
    ("liisa-laine", ()), ("eeva-esihenkilo", ("eero-esihenkilo", "olli-lahtenyt")), (None, ("eeva-esihenkilo",)),
)  # fmt: skip
"""Who opened a change and who approved it on the forge, as far as it tells."""


class AnyFirm(RuleBasedStateMachine):
    seen: ClassVar[Counter[str]] = Counter()
    """What happened in all sequences, so that a run can tell that it tried something."""

    def __init__(self) -> None:
        super().__init__()
        self.main = beginning()
        self.files = as_files(self.main)
        self.today = TODAY
        self.decoder = Decoder()
        self.approved: set[str] = set()
        for client in self.main.clients.values():
            self.approved |= {mark_of(client["name"], key, entry) for key, entry, _ in approvals(client)}
        self.seen["sequences"] += 1

    @rule(data=st.data())
    def somebody_proposes_a_change(self, data: st.DataObject) -> None:
        self.today += timedelta(days=data.draw(st.sampled_from((0, 1, 20))))
        head = copied(self.main)
        moves = data.draw(st.one_of(st.sampled_from(WHOLE), st.lists(st.sampled_from(MOVES), min_size=1, max_size=3)))
        client = data.draw(st.sampled_from(sorted(self.main.clients)))
        for move in moves:
            if client in head.clients:
                move(head, Hand(data.draw, client, self.today))
        actor, approvers = data.draw(st.sampled_from(REVIEWS))
        handles = None if approvers is None else tuple(HANDLES[name] for name in approvers)
        review = Review(actor and HANDLES[actor], handles)
        files = as_files(head, self.main, self.files)
        errors = self.errors(files, review)
        if data.draw(st.sampled_from((True, False, False))):
            assert errors == self.errors(rewritten(head, self.main, self.files), review)
        self.seen["proposed"] += 1
        if not errors:
            self.lands(Landing(self.main, head, actor, approvers, self.today))
            self.files = files

    def errors(self, files: Files, review: Review) -> set[tuple[str, str]]:
        """Codes and files."""
        found = findings_of(self.files, files, review, self.today, self.decoder)
        return {(it.code, it.place.file) for it in found if it.severity is Severity.ERROR}

    def lands(self, landing: Landing) -> None:
        for name, after in landing.head.clients.items():
            before = landing.base.clients.get(name)
            for key, entry, kind in new_approvals(before, after):
                if is_sound(landing, entry, kind):
                    self.approved.add(mark_of(after["name"], key, entry))
            self.seen[f"{before['status'] if before else 'new'} -> {after['status']}"] += before != after
        found = list(breaches(landing, self.approved))
        assert not found, found
        self.seen["landed"] += 1
        self.seen["policy changed"] += landing.base[1:] != landing.head[1:]
        self.main = landing.head


@cache
def _beginning() -> Firm:
    clients = {name: yaml.safe_load(_text(f"clients/{name}.yaml")) for name in ("acme", "beta", "gamma")}
    for name, business_id, invoice in (("abo", "9000047-6", "30001"), ("alku", "9000055-6", "30002")):
        clients[name] = copied(clients["acme"]) | {"name": name, "business_id": business_id}
        for item in clients[name]["invoicing"]["items"].values():
            item["invoice"] = invoice
    return Firm(clients, yaml.safe_load(_text(PROCESS)), yaml.safe_load(_text(PEOPLE)))


def beginning() -> Firm:
    """The cases' practice: clients that are nearly finished, one in the middle, one that is closed."""
    return copied(_beginning())


def copied(data: T) -> T:
    """As deepcopy would, several times as fast."""
    copy: T = pickle.loads(pickle.dumps(data))  # noqa: S301 - our own
    return copy


def _text(path: str) -> bytes:
    content = practice()[path]
    assert isinstance(content, bytes)
    return content


def run(sequences: int, *phases: Phase) -> None:
    tried = settings(
        max_examples=sequences, stateful_step_count=STEPS, deadline=None, database=None, phases=phases,
        suppress_health_check=list(HealthCheck), report_multiple_bugs=False,
    )  # fmt: skip
    AnyFirm.seen.clear()
    with remembering():
        run_state_machine_as_test(hypothesis.seed(SEED)(AnyFirm), settings=tried)


def test_whatever_lands_is_lawful() -> None:
    run(SEQUENCES, Phase.generate, Phase.shrink)
    print(f"seed {SEED}:", ", ".join(f"{what} {often}" for what, often in sorted(AnyFirm.seen.items())))
    assert AnyFirm.seen["active -> closed"] > SEQUENCES // 10
    assert AnyFirm.seen["policy changed"] > SEQUENCES // 40


@pytest.mark.parametrize("asleep", ["judge_closing", "judge_approvals"])
def test_the_law_notices_a_gate_that_sleeps(monkeypatch: pytest.MonkeyPatch, asleep: str) -> None:
    monkeypatch.setattr(f"aloitus.gate.compare.{asleep}", lambda _step: iter(()))
    tried = settings(
        max_examples=150, stateful_step_count=STEPS, deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck), report_multiple_bugs=False,
    )  # fmt: skip
    with pytest.raises(AssertionError):
        run_state_machine_as_test(hypothesis.seed(SEED)(AnyFirm), settings=tried)
