"""Words of the wording where they begin a line, or stand within one."""


def capital(text: str) -> str:
    """`täyttyy` as a line begins: `Täyttyy`."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """A title within a sentence: only its first letter changes, since names may follow."""
    return text[:1].lower() + text[1:]
