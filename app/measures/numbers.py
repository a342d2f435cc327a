"""What a measure's unit can hold: a value, or how many out of how many. How numbers are typed: core/numerals."""

from dataclasses import dataclass
from decimal import Decimal

from app.core.errors import N_, BrokenRule
from app.core.numerals import EXACT, LARGEST, STEP, TooLarge
from app.measures.models import Unit


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
