"""Numbers as people type them, read and written for a form: the one place that knows commas and points.

Not for showing numbers on pages (core/formats). The rule for the decimal mark: where two kinds of marks stand, the last
one is it; a mark that stands twice groups thousands; a lone one is decimal unless exactly three digits follow it. Then
it groups if the language groups with it (41,000 in English), and is refused if it may be either (41.000 in English).
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Context, Decimal

from app.core.errors import N_, BrokenRule

LONGEST = 40
LARGEST = Decimal(10) ** 12
STEP = Decimal("0.000001")
EXACT = Context(prec=15)
"""Digits in all that both databases keep exactly."""
SAME = str.maketrans("−٫٬،，．’\u00a0\u202f\u2009", "-.',,.'   ")
"""Signs that mean the same. An apostrophe and a blank only ever group."""
PLAIN = re.compile(r"-?\d+(\.\d+)?")
SPACED = re.compile(r"-?\d{1,3}([ '])\d{3}(\1\d{3})*([.,]\d+)?")
GROUPED = re.compile(r"-?[1-9]\d{0,2}([.,])\d{3}(\1\d{3})*")
MIXED = re.compile(r"-?[1-9]\d{0,2}([.,])\d{3}(\1\d{3})*(?!\1)[.,]\d+")
LONE = re.compile(r"-?\d+([.,])\d+")


class NotANumber(BrokenRule):
    field = "value"
    message = N_("“%(text)s” is not a number. Write digits, such as 12.5.")


class TwoMeanings(BrokenRule):
    field = "value"
    message = N_("“%(text)s” can be read in two ways. Write %(whole)s or %(part)s.")


class TooLarge(BrokenRule):
    field = "value"
    message = N_("This number is too large. The most is 999 billion.")


class TooFine(BrokenRule):
    field = "value"
    message = N_("Write at most six digits after the decimal mark, and fifteen in all.")


@dataclass(frozen=True)
class Writing:
    """How someone writes numbers: the decimal mark of their language. `is_certain`: they said so themselves, so that
    it never groups."""

    decimal: str = "."
    is_certain: bool = False


ENGLISH = Writing()


def read(text: str, writing: Writing = ENGLISH) -> Decimal:
    """The number that a text says. Raises NotANumber, TwoMeanings, TooLarge or TooFine."""
    typed = _ascii(text)
    plain = _plain(typed, writing) if len(text) <= LONGEST else ""
    if not PLAIN.fullmatch(plain):
        raise NotANumber(text=text.strip()[:LONGEST])
    return within(Decimal(plain))


def read_or_none(text: str, writing: Writing = ENGLISH) -> Decimal | None:
    """As `read`; None for an empty text."""
    return read(text, writing) if text.strip() else None


def write(number: Decimal, writing: Writing = ENGLISH) -> str:
    """As a field shows it, so that `read` gives it back: no thousands, never three digits after the mark."""
    text = f"{number.normalize():f}"
    if GROUPED.fullmatch(text):
        text += "0"
    return text.replace(".", writing.decimal)


def within(number: Decimal) -> Decimal:
    """The number, if both databases keep it exactly. Raises TooLarge or TooFine."""
    if abs(number) >= LARGEST:
        raise TooLarge
    if number != EXACT.plus(number.quantize(STEP)):
        raise TooFine
    return number


def _ascii(text: str) -> str:
    """ASCII digits, one kind of each mark, no sign of per cent."""
    digits = "".join(str(unicodedata.decimal(sign, sign)) for sign in text.strip())
    return digits.translate(SAME).rstrip("%٪").strip()


def _plain(typed: str, writing: Writing) -> str:
    """Digits with a point at most; what is no way of writing a number comes back as it is."""
    if SPACED.fullmatch(typed):
        return typed.replace(" ", "").replace("'", "").replace(",", ".")
    if MIXED.fullmatch(typed):
        head, part = re.split(r"[.,](?=\d+$)", typed)
        return f"{_ungrouped(head)}.{part}"
    if found := GROUPED.fullmatch(typed):
        return _three_digits(typed, found[1], writing)
    return typed.replace(",", ".") if LONE.fullmatch(typed) else typed


def _three_digits(typed: str, mark: str, writing: Writing) -> str:
    """1.234 and 1.234.567: thousands by the language, or else a part."""
    whole, part = _ungrouped(typed), typed.replace(",", ".")
    if typed.count(mark) > 1 or mark != writing.decimal:
        return whole
    if writing.is_certain:
        return part
    raise TwoMeanings(text=typed, whole=whole, part=write(Decimal(part), writing))


def _ungrouped(text: str) -> str:
    return text.replace(",", "").replace(".", "")
