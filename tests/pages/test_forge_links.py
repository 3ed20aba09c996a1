"""Deep links into each forge: to a file, its line, its editor, a new file, and the forms filled in with ids."""

from urllib.parse import parse_qs, urlsplit

import pytest

from aloitus.i18n import wording
from aloitus.model.client import Status
from aloitus.model.firm import Forge, ForgeKind
from aloitus.pages.forge_links import (
    edit_address,
    names_new_file,
    new_client_form_address,
    new_file_address,
    task_form_address,
    view_address,
)
from aloitus.pages.markup import safe_url
from aloitus.scaffolding.task_form import from_task_form

REPOSITORY_URL = "https://git.example/firm/clients"
PATH = "clients/å b.yaml"


@pytest.mark.parametrize(
    ("kind", "line", "view", "edit", "new"),
    [
        (
            ForgeKind.GITHUB,
            "/blob/main/v1/clients/%C3%A5%20b.yaml#L7",
            "/blob/main/v1/clients/%C3%A5%20b.yaml",
            "/edit/main/v1/clients/%C3%A5%20b.yaml",
            "/new/main/v1?filename=clients/%C3%A5%20b.yaml&value=%23%20name%3A%0A",
        ),
        (
            ForgeKind.GITLAB,
            "/-/blob/main/v1/clients/%C3%A5%20b.yaml#L7",
            "/-/blob/main/v1/clients/%C3%A5%20b.yaml",
            "/-/edit/main/v1/clients/%C3%A5%20b.yaml",
            "/-/new/main/v1?file_name=clients/%C3%A5%20b.yaml",
        ),
        (
            ForgeKind.GITEA,
            "/src/branch/main/v1/clients/%C3%A5%20b.yaml#L7",
            "/src/branch/main/v1/clients/%C3%A5%20b.yaml",
            "/_edit/main/v1/clients/%C3%A5%20b.yaml",
            "/_new/main/v1/clients?filename=%C3%A5%20b.yaml&value=%23%20name%3A%0A",
        ),
        (
            ForgeKind.AZURE,
            "?path=/clients/%C3%A5%20b.yaml&version=GBmain/v1&line=7&lineEnd=7&lineStartColumn=1&lineEndColumn=999",
            "?path=/clients/%C3%A5%20b.yaml&version=GBmain/v1",
            "?path=/clients/%C3%A5%20b.yaml&version=GBmain/v1&_a=contents",
            "?path=/clients&version=GBmain/v1",
        ),
        (
            ForgeKind.BITBUCKET,
            "/src/main/v1/clients/%C3%A5%20b.yaml#lines-7",
            "/src/main/v1/clients/%C3%A5%20b.yaml",
            "/src/main/v1/clients/%C3%A5%20b.yaml?mode=edit&at=main/v1",
            "/create-file/main/v1/clients?at=main/v1",
        ),
    ],
)
def test_links_lead_to_the_line_the_file_its_editor_and_a_new_file(
    kind: ForgeKind, line: str, view: str, edit: str, new: str
) -> None:
    forge = Forge(kind, REPOSITORY_URL + "/", "main/v1")
    assert view_address(forge, PATH, 7) == REPOSITORY_URL + line
    assert view_address(forge, PATH) == REPOSITORY_URL + view
    assert edit_address(forge, PATH) == REPOSITORY_URL + edit
    assert new_file_address(forge, PATH, "# name:\n") == REPOSITORY_URL + new


def a_forge(kind: ForgeKind) -> Forge:
    return Forge(kind, REPOSITORY_URL, "main")


@pytest.mark.parametrize("kind", ForgeKind)
def test_a_forge_either_takes_a_new_files_name_or_says_that_it_does_not(kind: ForgeKind) -> None:
    assert names_new_file(a_forge(kind)) == ("saha.yaml" in new_file_address(a_forge(kind), "clients/saha.yaml"))


@pytest.mark.parametrize(
    ("kind", "form"),
    [
        (ForgeKind.GITHUB, "/issues/new?template=new-client.yml"),
        (ForgeKind.GITLAB, "/-/issues/new?issuable_template=Uusi%20asiakas"),
        (ForgeKind.GITEA, "/issues/new?template=.github/ISSUE_TEMPLATE/new-client.yml"),
        (ForgeKind.AZURE, None),
        (ForgeKind.BITBUCKET, None),
    ],
)
def test_the_form_for_a_new_client_is_opened_where_a_forge_has_one(kind: ForgeKind, form: str | None) -> None:
    expected = REPOSITORY_URL + form if form else None
    assert new_client_form_address(a_forge(kind), wording("fi")) == expected


@pytest.mark.parametrize(
    ("kind", "client", "task"),
    [(ForgeKind.GITHUB, "client", "task"), (ForgeKind.GITEA, "field:client", "field:task")],
)
def test_the_form_for_a_task_has_both_ids_filled_in(kind: ForgeKind, client: str, task: str) -> None:
    address = task_form_address(a_forge(kind), "kuusipuun-saha", "open-engagement", wording("fi"))
    assert address is not None
    filled = parse_qs(urlsplit(address).query)
    assert filled["template"][0].endswith("task-done.yml")
    assert (filled[client], filled[task]) == (["kuusipuun-saha"], ["open-engagement"])


@pytest.mark.parametrize("language", ["fi", "en"])
def test_what_gitlab_is_handed_is_a_form_that_can_be_sent_as_it_is(language: str) -> None:
    address = task_form_address(a_forge(ForgeKind.GITLAB), "kuusipuun-saha", "open-engagement", wording(language))
    assert address is not None
    assert safe_url(address) == address.replace("&", "&amp;")
    filled = parse_qs(urlsplit(address).query)
    told = from_task_form(filled["issue[description]"][0])
    assert (told.client, told.task, told.status, told.unclear) == (
        "kuusipuun-saha",
        "open-engagement",
        Status.DONE,
        (),
    )


@pytest.mark.parametrize("kind", [ForgeKind.AZURE, ForgeKind.BITBUCKET])
def test_a_forge_without_forms_opens_none(kind: ForgeKind) -> None:
    assert task_form_address(a_forge(kind), "saha", "open-engagement", wording("fi")) is None
