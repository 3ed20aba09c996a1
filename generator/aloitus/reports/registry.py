"""All formats, by the name that `--output-format` and `--report` take. A new one is a file and a line here."""

from collections.abc import Callable, Mapping

from aloitus.reports import concise, full, github, gitlab, json_v1, junit, markdown, sarif
from aloitus.reports.report import Report

REPORTS: Mapping[str, Callable[[Report], str]] = {
    "full": full.render,
    "concise": concise.render,
    "json": json_v1.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "sarif": sarif.render,
    "junit": junit.render,
    "markdown": markdown.render,
}
LINKING = frozenset({"json", "sarif", "markdown"})
"""Those that tell where each finding is explained."""
EXPLAINING = frozenset({"sarif"})
"""Those that carry the explanations themselves."""
