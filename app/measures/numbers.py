"""Numbers as people type them: digits of any script, comma or point, signs of thousands and per cent.

The rule for the decimal mark: where both a comma and a point stand, the last one is it. A lone point always is. A
lone comma is, unless exactly three digits follow (1,234), which may mean either and is refused.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Context, Decimal

from app.core.errors import N_, BrokenRule
from app.measures.models import Unit

LONGEST = 40
LARGEST = Decimal(10) ** 12
STEP = Decimal("0.000001")
EXACT = Context(prec=15)
"""Digits in all that both databases keep exactly."""
BLANKS = "\u00a0\u202f\u2009 '’\u066c"
PLAIN = re.compile(r"-?\d+(\.\d+)?")
THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?")
EITHER = re.compile(r"-?[1-9]\d{0,2},\d{3}")


class NotANumber(BrokenRule):
    field = "value"
    message = N_("“%(text)s” is not a number. Write digits, such as 12.5.")


class TwoMeanings(BrokenRule):
    field = "value"
    message = N_("“%(text)s” can be read in two ways. Write it without a sign for thousands.")


class TooLarge(BrokenRule):
    field = "value"
    message = N_("This number is too large. The most is 999 billion.")


class TooFine(BrokenRule):
    field = "value"
    message = N_("Write at most six digits after the decimal mark, and fifteen in all.")


class BelowZero(BrokenRule):
    field = "value"
    message = N_("This number cannot be below 0.")


class NotAShare(BrokenRule):
    field = "value"
    message = N_("A percentage lies between 0 and 100.")


class NoDenominator(BrokenRule):
    field = "denominator"
    message = N_("Write both: how many, and out of how many. The second must be above 0.")


class TwoNumbers(BrokenRule):
    field = "value"
    message = N_("The number does not follow from the two counts, which give %(computed)s. Leave one of them out.")


class NoNumber(BrokenRule):
    field = "value"
    message = N_("Write the number, or how many out of how many.")


@dataclass(frozen=True)
class Figure:
    """A value in the measure's unit, with the counts that it follows from, if any."""

    value: Decimal
    numerator: Decimal | None = None
    denominator: Decimal | None = None


def parse(text: str) -> Decimal:
    """The number that a text says. Raises NotANumber, TwoMeanings, TooLarge or TooFine."""
    plain = _plain(text)
    if EITHER.fullmatch(plain):
        raise TwoMeanings(text=text.strip())
    if "," in plain:
        plain = plain.replace(",", "") if THOUSANDS.fullmatch(plain) else _comma_is_decimal(plain)
    if len(text) > LONGEST or not PLAIN.fullmatch(plain):
        raise NotANumber(text=text.strip()[:LONGEST])
    return _within(Decimal(plain))


def parse_or_none(text: str) -> Decimal | None:
    """As `parse`; None for an empty text."""
    return parse(text) if text.strip() else None


def figure(unit: Unit, value: Decimal | None, numerator: Decimal | None, denominator: Decimal | None) -> Figure:
    """What is stored: the value, or what follows from the counts. Raises NoNumber, NoDenominator, TwoNumbers and
    what `fits` raises."""
    if numerator is None and denominator is None:
        if value is None:
            raise NoNumber
        return Figure(fits(unit, value))
    if numerator is None or denominator is None or denominator <= 0:
        raise NoDenominator
    computed = _from_counts(unit, numerator, denominator)
    if value is not None and abs(value - computed) > max(abs(computed), Decimal(1)) / 100:
        raise TwoNumbers(computed=f"{computed:f}")
    return Figure(fits(unit, computed), numerator, denominator)


def fits(unit: Unit, value: Decimal) -> Decimal:
    """The value, if the unit can have it. Raises BelowZero or NotAShare."""
    if unit is Unit.PERCENT and not 0 <= value <= 100:
        raise NotAShare
    if value < 0 and unit is not Unit.MONEY:
        raise BelowZero
    return value


def _from_counts(unit: Unit, numerator: Decimal, denominator: Decimal) -> Decimal:
    factor = 100 if unit in (Unit.PERCENT, Unit.PER_100) else 1
    computed = factor * numerator / denominator
    if abs(computed) >= LARGEST:
        raise TooLarge
    return EXACT.plus(computed.quantize(STEP))


def _plain(text: str) -> str:
    """ASCII digits, one kind of minus and decimal mark, no blanks, no per cent sign."""
    kept = (sign for sign in text.strip() if sign not in BLANKS)
    digits = "".join(str(unicodedata.decimal(sign, sign)) for sign in kept)
    return digits.replace("−", "-").replace("٫", ".").rstrip("%٪").strip()


def _comma_is_decimal(plain: str) -> str:
    head, _, tail = plain.rpartition(",")
    if "." in head and not re.fullmatch(r"-?\d{1,3}(\.\d{3})+", head):
        return plain  # no way of writing a number: refused by the caller
    return f"{head.replace('.', '')}.{tail}"


def _within(number: Decimal) -> Decimal:
    if abs(number) >= LARGEST:
        raise TooLarge
    if number != EXACT.plus(number.quantize(STEP)):
        raise TooFine
    return number
