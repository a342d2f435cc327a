"""Numbers as people type them, in the ways of several languages."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import BrokenRule
from app.core.formats import Formats
from app.core.numerals import NotANumber, TooFine, TooLarge, TwoMeanings, Writing, read, read_or_none, write

POINT, COMMA = Writing("."), Writing(",")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("72", "72"), (" 12.5 ", "12.5"), ("12,5", "12.5"), ("0,125", "0.125"), ("0.125", "0.125"),
        ("1,234.5", "1234.5"),
        ("1.234,5", "1234.5"), ("1,234,567", "1234567"), ("1.234.567", "1234567"), ("1 234,5", "1234.5"),
        ("1 234,567", "1234.567"), ("1'234", "1234"), ("1’234’567.25", "1234567.25"), ("80%", "80"), ("80 %", "80"),
        ("٧٢", "72"), ("٧٢٫٥", "72.5"), ("٤١٬٠٠٠٫٥", "41000.5"), ("๑๒.๕", "12.5"), ("１２．５", "12.5"), ("−3", "-3"),
        ("12,3456", "12.3456"), ("1234.567", "1234.567"), ("007", "7"), ("1\u202f234\u202f567", "1234567"),
    ],
)  # fmt: skip
def test_what_has_one_meaning_is_read_alike_in_every_language(text: str, number: str) -> None:
    assert read(text, POINT) == read(text, COMMA) == Decimal(number)


def test_a_sign_for_thousands_is_the_one_of_the_language() -> None:
    assert read("41,000", POINT) == read("41.000", COMMA) == 41000


@pytest.mark.parametrize(("text", "writing"), [("41.000", POINT), ("41,000", COMMA), ("1.234", POINT)])
def test_what_may_mean_two_numbers_is_refused_with_both(text: str, writing: Writing) -> None:
    with pytest.raises(TwoMeanings) as refused:
        read(text, writing)
    whole, part = refused.value.facts["whole"], refused.value.facts["part"]
    assert read(whole, writing) == 1000 * read(part, writing)


def test_whoever_says_how_they_write_is_not_asked_back() -> None:
    assert read("41.000", Writing(".", is_certain=True)) == 41
    assert read("41,000", Writing(".", is_certain=True)) == 41000


@pytest.mark.parametrize(
    "text",
    ["NaN", "inf", "1e400", "1e5", "twelve", "1.2.3", "", "½", "²", "-", "1 2", "12 34", "1,23,456", ".5", "--1"],
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(NotANumber):
        read(text)


def test_nothing_is_no_number() -> None:
    assert read_or_none("  ") is None


def test_sizes_that_a_database_would_round_are_refused() -> None:
    with pytest.raises(TooLarge):
        read("1000000000000")
    with pytest.raises(NotANumber):
        read("9" * 400)
    with pytest.raises(TooFine):
        read("0.1234567")
    with pytest.raises(TooFine):
        read("99999999999.12345")


@given(st.text(max_size=60))
def test_any_text_is_a_number_or_is_refused(text: str) -> None:
    found: Decimal | BrokenRule
    try:
        found = read(text)
    except BrokenRule as refused:
        found = refused
    assert found.message % found.facts if isinstance(found, BrokenRule) else abs(found) < 10**12


@given(st.decimals(-10**8, 10**8, places=6), st.sampled_from(["en", "el", "ar", "th", "tr", "zh", "fr"]))
def test_what_a_field_shows_is_read_as_the_same_number(number: Decimal, language: str) -> None:
    writing = Writing(Formats(language).decimal_mark)
    assert read(write(number, writing), writing) == number
