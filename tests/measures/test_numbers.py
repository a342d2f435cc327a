"""What a measure's unit can hold."""

from decimal import Decimal

import pytest

from app.core.errors import BrokenRule
from app.core.numerals import TooLarge
from app.measures.models import Unit
from app.measures.numbers import BelowZero, NoDenominator, NoNumber, NotAShare, TwoNumbers, figure


def test_counts_give_the_value() -> None:
    assert figure(Unit.PERCENT, None, Decimal(12), Decimal(40)).value == 30
    assert figure(Unit.PER_100, None, Decimal(2), Decimal(3)).value == Decimal("66.666667")
    assert figure(Unit.DAYS, None, Decimal(72), Decimal(2)).value == 36
    assert figure(Unit.PERCENT, Decimal(30), Decimal(12), Decimal(40)).value == 30


@pytest.mark.parametrize(
    ("unit", "value", "numerator", "denominator", "refusal"),
    [
        (Unit.PERCENT, 101, None, None, NotAShare), (Unit.PERCENT, None, 41, 40, NotAShare),
        (Unit.DAYS, -1, None, None, BelowZero), (Unit.DAYS, None, None, None, NoNumber),
        (Unit.DAYS, None, 3, None, NoDenominator), (Unit.DAYS, None, 3, 0, NoDenominator),
        (Unit.PERCENT, 50, 12, 40, TwoNumbers), (Unit.COUNT, None, 999999999999, 0.000001, TooLarge),
    ],
)  # fmt: skip
def test_what_the_unit_cannot_have_is_refused(
    unit: Unit, value: float | None, numerator: float | None, denominator: float | None, refusal: type[BrokenRule]
) -> None:
    numbers = (None if number is None else Decimal(str(number)) for number in (value, numerator, denominator))
    with pytest.raises(refusal):
        figure(unit, *numbers)


def test_money_may_be_below_zero() -> None:
    assert figure(Unit.MONEY, Decimal(-5), None, None).value == -5
