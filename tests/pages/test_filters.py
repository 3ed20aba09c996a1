"""What the bars over long lists offer."""

from aloitus.pages.filters import choices, role_choices


def test_roles_stand_in_the_processs_order_and_only_those_that_somebody_holds() -> None:
    titles = {"seller": "Myyjä", "supervisor": "Esihenkilö", "accountant": "Kirjanpitäjä"}
    offered = role_choices(titles, {"accountant", "seller", "of-another-process"})
    assert [(one.value, one.label) for one in offered] == [("seller", "Myyjä"), ("accountant", "Kirjanpitäjä")]


def test_names_stand_by_the_alphabet_and_are_escaped() -> None:
    offered = choices({"b-oy": "B & Ä <i>", "a-oy": "A Oy"}, by_name=True)
    assert [(one.value, one.label) for one in offered] == [("a-oy", "A Oy"), ("b-oy", "B &#38; Ä &#60;i&#62;")]
