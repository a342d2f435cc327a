"""Amounts as people type them, in hundredths of positions and minor units of money."""

import pytest

from app.core.errors import BrokenRule
from app.core.formats import Formats
from app.core.numerals import Writing
from app.funding import amounts
from app.funding.verdicts import verdict
from app.measures.models import Direction


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("", 0),
        ("41000", 4_100_000),
        ("41,000", 4_100_000),
        ("41.000,5", 4_100_050),
        ("41.5", 4_150),
        ("1 234.56", 123_456),
        ("٢٥", 2500),
    ],
)
def test_money_is_read(text: str, cents: int) -> None:
    assert amounts.read_money(text, "USD") == cents


@pytest.mark.parametrize("text", ["-1", "many", "1.2.3", "1e9", "NaN", "9" * 20, "12,34,5", "1.005", "41.000"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(BrokenRule):
        amounts.read_money(text, "USD")


def test_currencies_keep_their_own_decimals() -> None:
    assert amounts.read_money("500", "JPY") == 500
    assert amounts.typed_money(500, "JPY") == "500"
    assert amounts.write_money(4_100_000, "USD", Formats("en")) == "$41,000"
    assert amounts.write_money(4_100_050, "USD", Formats("en")) == "$41,000.50"


def test_what_a_field_shows_is_read_as_the_same_amount_in_every_currency_and_language() -> None:
    for writing in (Writing("."), Writing(",")):
        for money, currency in ((1_234, "KWD"), (41_000_000, "KWD"), (4_100_050, "USD"), (41_000, "JPY")):
            shown = amounts.typed_money(money, currency, writing)
            assert amounts.read_money(shown, currency, writing) == money


@pytest.mark.parametrize(("hundredths", "text"), [(250, "2.5"), (200, "2"), (0, "0"), (25, "0.25")])
def test_positions_read_back_as_shown(hundredths: int, text: str) -> None:
    assert amounts.typed_positions(hundredths) == text
    assert amounts.read_positions(text) == hundredths


@pytest.mark.parametrize(
    ("before", "promised", "came", "word"),
    [(2.4, 4, 2, "kept"), (2.4, 4, 4.1, "short"), (95, 90, 93, "kept"), (95, 90, 89, "short"), (None, 4, 3, "kept")],
)
def test_what_had_to_stay_is_kept_on_the_right_side_of_its_limit(
    before: float | None, promised: float, came: float, word: str
) -> None:
    assert verdict(Direction.KEEP, before, promised, came) == word


@pytest.mark.parametrize(
    ("before", "promised", "came", "word"),
    [(72, 1, 1, "kept"), (6, 80, 77, "nearly"), (72, 1, 50, "short"), (9, 9, 8.6, "kept"), (72, 1, None, "open")],
)
def test_what_came_of_a_promise(before: float, promised: float, came: float | None, word: str) -> None:
    direction = Direction.DOWN if promised < before else Direction.UP
    assert verdict(Direction.KEEP if before == promised else direction, before, promised, came) == word
