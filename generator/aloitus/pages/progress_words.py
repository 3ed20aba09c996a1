"""Progress in words: `4 kesken, 1 odottaa, 2 avointa`."""

from aloitus.i18n import Wording
from aloitus.plan.client_plan import Progress


def progress_words(progress: Progress, wording: Wording) -> str:
    """What isn't finished, by state; empty when all is."""
    return ", ".join(wording(f"counts.{key}", n=count) for key, count in unfinished(progress) if count)


def unfinished(progress: Progress) -> tuple[tuple[str, int], ...]:
    return (
        ("in-progress", progress.in_progress),
        ("waiting", progress.waiting),
        ("blocked", progress.blocked),
        ("open", progress.open),
    )


def progress_label(progress: Progress, wording: Wording) -> str:
    """The whole of it, for a reader who doesn't see the bar: `36/72 valmiina; 4 kesken, 2 avointa`."""
    rest = progress_words(progress, wording)
    done = wording("counts.done", done=progress.final, total=progress.total)
    return f"{done}; {rest}" if rest else done
