"""What a rule of the gate has: `KIND`, what its findings share, and `check`."""

from collections.abc import Iterator
from typing import Protocol

from aloitus.findings import Finding, FindingKind
from aloitus.gate.comparison import ClientStep, Comparison


class GateRule(Protocol):
    @property
    def KIND(self) -> FindingKind: ...  # noqa: N802 - the constant of a module


class StepRule(GateRule, Protocol):
    """Looks at one client's file before and after."""

    def check(self, step: ClientStep) -> Iterator[Finding]: ...


class ComparisonRule(GateRule, Protocol):
    """Looks at the whole practice before and after."""

    def check(self, comparison: Comparison) -> Iterator[Finding]: ...
