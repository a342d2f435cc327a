"""A row's number out of a text that comes from outside: an address, a hidden field, a command line.

Not for numbers that people type, which have marks and other scripts' digits: numerals.
"""

LARGEST = 2**31 - 1
"""The most that an integer column holds on both databases; a larger one would fail there."""


def row_number(text: object) -> int | None:
    """The number that a text writes in plain digits, blanks around it left out; None for what no row can have."""
    digits = str(text or "").strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= len(str(LARGEST))):
        return None
    number = int(digits)
    return number if number <= LARGEST else None
