"""What is an invoice's number, and when two of them are the same."""

FEWEST_DIGITS = 3


def canonical_number(written: str) -> str | None:
    """The number as it is compared, without spaces and leading zeros; None when it's no invoice number."""
    number = "".join(written.split())
    digits = [character for character in number if character.isdigit()]
    if not number.isascii() or len(digits) < FEWEST_DIGITS or set(digits) == {"0"}:
        return None
    return number.casefold().lstrip("0")
