"""`aloitus doctor`: whether the gate is switched on, and what has to be looked at on the forge."""

from aloitus.command_line.grammar import Command
from aloitus.command_line.invocation import Invocation
from aloitus.pipeline.opened import open_practice
from aloitus.pipeline.switched_on import looks
from aloitus.reports.visible import visible

CHECKLIST = ("required", "reviews", "owners", "stale", "bypass", "queue", "force", "token")
"""What only the forge's own settings tell."""


def run(invocation: Invocation) -> int:
    practice = open_practice(invocation.root)
    say = invocation.says_for(practice.firm)
    found = looks(invocation.root, practice)
    for look in found:
        word = say("doctor.good" if look.good else "doctor.bad")
        mark = f"{word:3}"
        key = f"doctor.{look.name}" if look.good else f"doctor.{look.name}-not"
        print(f"{mark}  {visible(say(key, what=look.what))}")
    print(f"\n{say('doctor.on-the-forge')}")
    for item in CHECKLIST:
        print(f"[ ]  {say(f'doctor.check-{item}')}")
    return 0 if all(look.good for look in found) else 1


COMMAND = Command("doctor", run)
