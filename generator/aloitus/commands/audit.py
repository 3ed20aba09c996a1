"""`aloitus audit`: the branch's history, step by step, as the gate would have judged it."""

import sys
from datetime import UTC, date, datetime

from aloitus.command_line.grammar import Command, Option
from aloitus.command_line.invocation import Invocation
from aloitus.command_line.things import Words
from aloitus.command_line.today import today_of_checks
from aloitus.command_line.values import Day
from aloitus.i18n import Wording
from aloitus.model.firm import Firm
from aloitus.pipeline.replaying import Replayed, Stopped, replay

SHORT = 10
"""How many characters of a commit's id are shown."""


def run(invocation: Invocation, since: str | None, today: date | None, json: bool) -> int:
    say = invocation.says
    now = datetime.now(UTC)

    def day_at(firm: Firm, when: datetime) -> date:
        return today_of_checks(today, firm, min(when, now))

    from aloitus.screens.progress import spinner

    with spinner(say("audit.replaying")):
        replayed = replay(invocation.root, since, day_at)
    sys.stdout.write(_as_json(replayed, say) if json else _as_text(replayed, say))
    return 1 if replayed.stopped else 0


def _as_text(replayed: Replayed, say: Wording) -> str:
    from aloitus.reports.visible import visible, visible_path

    lines = []
    for stopped in replayed.stopped:
        landed = stopped.landed
        day = landed.when.date().isoformat()
        lines.append(f"{landed.commit[:SHORT]}  {day}  {visible(landed.subject)}")
        for path, code, sentence in _reasons(stopped, say):
            lines.append(f"    {visible_path(path)}  {code}  {visible(sentence)}")
    lines.append(say("audit.summary", n=replayed.steps, stopped=len(replayed.stopped)))
    return "".join(f"{line}\n" for line in lines)


def _as_json(replayed: Replayed, say: Wording) -> str:
    import json

    told = [
        {
            "commit": stopped.landed.commit,
            "time": stopped.landed.time,
            "subject": stopped.landed.subject,
            "findings": [
                {"path": path, "client": _client(path), "code": code, "message": sentence}
                for path, code, sentence in _reasons(stopped, say)
            ],
        }
        for stopped in replayed.stopped
    ]
    whole = {"version": 1, "steps": replayed.steps, "stopped": told}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _reasons(stopped: Stopped, say: Wording) -> list[tuple[str, str, str]]:
    """File, code and sentence of each reason why the gate would have stopped the step."""
    if stopped.refusal is not None:
        return [("-", "-", say.say(stopped.refusal))]
    found = [(it.place.file, it.code, say.say(it.message)) for it in stopped.findings]
    return sorted(dict.fromkeys(found))


def _client(path: str) -> str | None:
    inside = path.removeprefix("clients/")
    return inside.removesuffix(".yaml") if inside != path else None


COMMAND = Command(
    "audit",
    run,
    [
        Option(["--since"], type=Words("ref")),
        Option(["--today"], type=Day()),
        Option(["--json"], is_flag=True),
    ],
)
