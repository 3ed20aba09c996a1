"""libyaml's complaints in words that a project manager understands, with the line to type."""

from yaml import MarkedYAMLError

from aloitus.findings import Finding, Place, Span
from aloitus.loading import yml_kinds as kinds
from aloitus.loading.reading import Reading


def explain(error: MarkedYAMLError, reading: Reading) -> Finding:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return kinds.SYNTAX_ERROR.at(Place(reading.path, span=Span(line, column, line, column + 1)))
