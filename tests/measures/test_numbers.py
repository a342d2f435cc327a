"""Numbers as people type them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import BrokenRule
from app.measures.models import Unit
from app.measures.numbers import (
    BelowZero,
    NoDenominator,
    NoNumber,
    NotANumber,
    NotAShare,
    TooFine,
    TooLarge,
    TwoMeanings,
    TwoNumbers,
    figure,
    parse,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("72", "72"), (" 12.5 ", "12.5"), ("12,5", "12.5"), ("0,125", "0.125"), ("1.234", "1.234"),
        ("1,234.5", "1234.5"), ("1.234,5", "1234.5"), ("1,234,567", "1234567"), ("1 234,5", "1234.5"),
        ("1'234", "1234"), ("80%", "80"), ("٧٢", "72"), ("٧٢٫٥", "72.5"), ("๑๒.๕", "12.5"), ("−3", "-3"),
        ("12,3456", "12.3456"),
    ],
)  # fmt: skip
def test_a_number_is_read_as_it_was_meant(text: str, number: str) -> None:
    assert parse(text) == Decimal(number)


@pytest.mark.parametrize("text", ["1,234", "999,000"])
def test_what_may_mean_two_numbers_is_refused(text: str) -> None:
    with pytest.raises(TwoMeanings):
        parse(text)


@pytest.mark.parametrize("text", ["NaN", "inf", "1e400", "1e5", "twelve", "1.2.3", "", "½", "²", "-"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(NotANumber):
        parse(text)


def test_sizes_that_a_database_would_round_are_refused() -> None:
    with pytest.raises(TooLarge):
        parse("1000000000000")
    with pytest.raises(NotANumber):
        parse("9" * 400)
    with pytest.raises(TooFine):
        parse("0.1234567")
    with pytest.raises(TooFine):
        parse("99999999999.12345")


@given(st.text(max_size=60))
def test_any_text_is_a_number_or_is_refused(text: str) -> None:
    found: Decimal | BrokenRule
    try:
        found = parse(text)
    except BrokenRule as refused:
        found = refused
    assert said(found) if isinstance(found, BrokenRule) else abs(found) < 10**12


def said(broken: BrokenRule) -> str:
    """The message with its facts in place."""
    return broken.message % broken.facts


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
