"""The forge's forms are made of the firm's process, and this repository's own are up to date."""

from pathlib import Path

import pytest
import yaml

from aloitus.pipeline.opened import open_practice
from aloitus.scaffolding.form_fields import new_client_fields
from aloitus.scaffolding.from_form import from_form
from firm import REPOSITORY, FirmOnDisk, firm_on_disk


@pytest.fixture
def firm(tmp_path: Path) -> FirmOnDisk:
    return firm_on_disk(tmp_path)


@pytest.mark.parametrize("forge", ["github", "gitlab"])
def test_the_forms_of_this_repository_are_those_that_its_process_makes(firm: FirmOnDisk, forge: str) -> None:
    made = firm.run("forms", "--forge", forge).out.split("\n")[:-1]
    assert len(made) > 1
    for path in made:
        assert (REPOSITORY / path).read_text("utf-8") == (firm.root / path).read_text("utf-8"), "run: aloitus forms"


def test_a_form_of_several_processes_asks_which_one_the_client_follows(firm: FirmOnDisk) -> None:
    processes = firm.root / "templates/processes"
    addition = (processes / "client-onboarding.yaml").read_text("utf-8")
    addition = addition.replace("title: {fi: Uuden asiakkaan", "title: {fi: Lisäpalvelun", 1)
    (processes / "service-addition.yaml").write_text(addition, "utf-8")
    assert firm.run("forms", "--forge", "github").code == 0
    form = yaml.safe_load((firm.root / ".github/ISSUE_TEMPLATE/new-client.yml").read_text("utf-8"))
    asked = form["body"][0]["attributes"]
    assert asked["options"] == ["Uuden asiakkaan käyttöönotto", "Lisäpalvelun käyttöönotto"]
    text = f"### {asked['label']}\n\nLisäpalvelun käyttöönotto\n\n### Asiakkaan nimi\n\nKuusipuun Saha Oy\n"
    told = from_form(text, open_practice(firm.root).processes.values())
    assert told.values == {"process": "service-addition", "name": "Kuusipuun Saha Oy"}


def test_where_there_is_one_process_nobody_is_asked_for_it(firm: FirmOnDisk) -> None:
    (process,) = open_practice(firm.root).processes.values()
    assert [field.id for field in new_client_fields(process)][:2] == ["name", "business-id"]
