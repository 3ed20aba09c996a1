"""What `check` says of a file's lines, the verbs say with commands."""

import re
from string import Formatter
from typing import Any

import pytest

from aloitus.command_line.refusing import VerbWords
from aloitus.findings import Finding, Place
from aloitus.i18n import Wording, languages, wording
from aloitus.pipeline.finding_kinds import finding_kinds
from aloitus.plan.build import plan_client
from aloitus.rules.approvals import by_closer, without_right
from aloitus.rules.closing import task_not_final, work_not_invoiced
from aloitus.rules.values import says_nothing
from builders import a_client, a_process, day, finland, waived

FILE = "clients/a.yaml"


def words(language: str, **fields: Any) -> VerbWords:
    client = a_client("kuusi", **fields)
    return VerbWords(plan_client(client, a_process(), finland(), day("2026-11-23")), wording(language))


def not_final(task: str) -> Finding:
    place = Place(FILE, ("tasks", task))
    return task_not_final.KIND.at(place, task=f"Tehtävä {task}", id=task, today="2026-11-23")


def test_what_one_thing_helps_with_stands_together_with_its_command() -> None:
    place = Place(FILE, ("invoicing", "items", "training", "status"))
    findings = [not_final("a"), not_final("b"), work_not_invoiced.KIND.at(place, work="Koulutus")]
    assert words("fi").reasons(findings) == [
        "  - Tehtävä on kesken: Tehtävä a (a)",
        "  - Tehtävä on kesken: Tehtävä b (b)",
        "    Ohje: Kuittaa ne, jotka on tehty: aloitus done kuusi TEHTÄVÄ…",
        "  - Työtä ”Koulutus” ei ole laskutettu",
        "    Ohje: aloitus invoice kuusi training --number LASKUN-NUMERO",
    ]


def test_what_commands_say_no_better_is_said_as_check_does() -> None:
    nothing = says_nothing.KIND.at(Place(FILE, ("tasks", "a", "reason")), field="Syy", text="-")
    unentitled = without_right.KIND.at(
        Place(FILE), help="pol.approver-help", approver="Aino", exception="ohitus", subject="Tehtävä", person="outi"
    )
    lines = words("en").reasons([nothing, unentitled])
    assert lines[0] == "  - Syy says nothing: “-”"
    assert lines[-1].endswith("for example: --approved-by outi")


@pytest.mark.parametrize(
    ("managers", "advice"),
    [
        (
            ("liisa-laine", "pekka-sijainen"),
            "a project manager who approved none of the exceptions: --by pekka-sijainen",
        ),
        (("liisa-laine",), "aloitus staff kuusi project-manager ID"),
    ],
)
def test_who_approved_an_exception_is_told_who_may_close_instead(managers: tuple[str, ...], advice: str) -> None:
    closer = by_closer.KIND.at(
        Place(FILE), help="pol.approver-help", approver="Liisa", exception="ohitus", subject="Tehtävä", person="outi"
    )
    known = words("en", team={"project-manager": managers}, tasks={"a": waived(approved_by="liisa-laine")})
    assert advice in known.reasons([closer])[-1]


def places(sentence: object) -> set[str]:
    forms = sentence.values() if isinstance(sentence, dict) else [sentence]
    return {name for form in forms for _, name, _, _ in Formatter().parse(str(form)) if name}


@pytest.mark.parametrize("language", languages())
def test_the_verbs_words_stand_for_wordings_that_exist_and_say_nothing_these_cannot_fill(language: str) -> None:
    say: Wording = wording(language)
    own = [key for key in say.sentences if key.startswith("refusals.")]
    kinds = [kind.wording_key for kind in finding_kinds().values()]
    assert len(own) > 30
    for key in own:
        first = key.removeprefix("refusals.")
        by_state = re.sub("-(held|managed|unmanaged)-help$", "", first)
        assert say.has(first) or say.has(by_state), key
        kind = max((one for one in kinds if first.startswith(one)), key=len, default=first)
        usual = {name for other in say.sentences if other.startswith(kind) for name in places(say.sentences[other])}
        assert places(say.sentences[key]) - {"client", "item", "manager"} <= usual, key
