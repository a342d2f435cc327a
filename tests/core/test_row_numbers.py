"""What a text from outside may say as the number of a row."""

import pytest

from app.core.row_numbers import LARGEST, row_number


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("12", 12), (" 12\n", 12), (12, 12), (str(LARGEST), LARGEST)])
def test_plain_digits_are_a_number(text: object, number: int) -> None:
    assert row_number(text) == number


@pytest.mark.parametrize("text", [None, "", " ", "P-12", "-1", "+1", "1.0", "1e3", "1_000", "١٢", "²", "\x00", "1 2"])
def test_anything_else_is_none(text: object) -> None:
    assert row_number(text) is None


@pytest.mark.parametrize("text", [str(LARGEST + 1), "9" * 18, "9" * 5000])
def test_what_no_column_holds_is_none(text: str) -> None:
    assert row_number(text) is None
