"""The gate of a new firm: this repository's pipeline, with the program from a release instead of from its source."""

import re
from collections.abc import Mapping

from aloitus.starting.starter import starter_text

PIPELINES = {"github": ".github/workflows/check.yml", "gitlab": ".gitlab-ci.yml"}
"""By forge: the file of the pipeline that judges each change."""
OWNERS = {"github": ".github/CODEOWNERS", "gitlab": ".gitlab/CODEOWNERS"}
_INSTALL = re.compile(r"""pip install --quiet "?([^"\s]+)"?$""", re.MULTILINE)
_ABOUT_RELEASES = re.compile(r"^ *# A firm's repository that doesn't hold the program .*\n", re.MULTILINE)


def pipeline(forge: str) -> Mapping[str, str]:
    """By path. The base's `requirements.txt` names the program: a change can't choose what judges it."""
    path = PIPELINES[forge]
    text = _ABOUT_RELEASES.sub("", starter_text(path))
    return {path: _INSTALL.sub(r'pip install --quiet -r "\1/requirements.txt"', text)}
