"""Golden files: what the program made when somebody last looked at it and found it good.

After a wanted change: `ALOITUS_UPDATE_GOLDEN=1 pytest tests/…`, then read the difference before committing it.
"""

import os
from pathlib import Path

UPDATE = "ALOITUS_UPDATE_GOLDEN" in os.environ


def same_as_golden(path: Path, made: str) -> None:
    if UPDATE:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made, "utf-8")
    assert made == path.read_text("utf-8"), f"if it was wanted: ALOITUS_UPDATE_GOLDEN=1 pytest, and read {path.name}"
