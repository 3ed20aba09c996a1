"""What libyaml said of a file, and the lines that it said it of."""

from dataclasses import dataclass

from aloitus.findings import Finding, FindingKind, Place, Value
from aloitus.loading import yml_kinds as kinds
from aloitus.loading.reading import Reading, finding


@dataclass(frozen=True, slots=True)
class Complaint:
    """The problem, and the beginning of what it was reading. Lines and columns from 1."""

    reading: Reading
    problem: str
    context: str
    line: int
    column: int
    from_line: int
    from_column: int

    @property
    def text(self) -> str:
        return self.reading.line(self.line)

    @property
    def from_text(self) -> str:
        return self.reading.line(self.from_line)

    def above(self, line: int) -> tuple[int, str]:
        """The last line before `line` that has something on it."""
        for number in range(line - 1, 0, -1):
            if self.reading.line(number).strip():
                return number, self.reading.line(number)
        return 1, self.reading.line(1)

    def finding(
        self,
        variant: str,
        place: tuple[int, int] | None = None,
        kind: FindingKind = kinds.SYNTAX_ERROR,
        **values: Value,
    ) -> Finding:
        line, column = place or (self.line, self.column)
        where = Place(self.reading.path, span=self.reading.one_character(line, column))
        return finding(kind, where, values, variant=variant, advice=f"{variant}-help" if variant else True)
