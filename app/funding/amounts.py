"""Positions in hundredths and money in minor units: read from what people type, written in a language."""

from decimal import Decimal

from babel import Locale, numbers

from app.core import numerals
from app.core.errors import N_, BrokenRule
from app.core.formats import Formats
from app.core.numerals import ENGLISH, Writing

MOST = 10**12


class NotAnAmount(BrokenRule):
    message = N_("Write an amount from 0 on, with at most %(digits)s digits after the decimal mark.")


def read_positions(text: str, writing: Writing = ENGLISH) -> int:
    """Hundredths: "2.5" gives 250. Empty is 0. Raises NotAnAmount, and as numerals.read."""
    return _read(text, 2, writing)


def read_money(text: str, currency: str, writing: Writing = ENGLISH) -> int:
    """Minor units: "41,000.50" in USD gives 4100050. Empty is 0. Raises NotAnAmount, and as numerals.read."""
    return _read(text, decimals_of(currency), writing)


def write_positions(positions: int, formats: Formats) -> str:
    return formats.number(Decimal(positions) / 100)


def write_money(money: int, currency: str, formats: Formats) -> str:
    """With the currency's sign and, where they are not zero, its minor units."""
    precision = decimals_of(currency)
    value = Decimal(money) / 10**precision
    is_whole = value == int(value)
    text: str = numbers.format_currency(
        value, currency, locale=formats.locale, currency_digits=not is_whole, format="¤#,##0" if is_whole else None
    )
    return formats.digits(text)


def typed_positions(positions: int, writing: Writing = ENGLISH) -> str:
    """As a field shows it: "2.5"."""
    return numerals.write(Decimal(positions) / 100, writing)


def typed_money(money: int, currency: str, writing: Writing = ENGLISH) -> str:
    """As a field shows it: "41000.5", "41000"."""
    return numerals.write(Decimal(money).scaleb(-decimals_of(currency)), writing)


def is_currency(code: str) -> bool:
    """True for an ISO 4217 code that the agency can use."""
    return code in Locale("en").currencies


def decimals_of(currency: str) -> int:
    """Digits of the minor unit: 2 for USD, 0 for JPY, 3 for KWD."""
    precision: int = numbers.get_currency_precision(currency)
    return precision


def _read(text: str, decimals: int, writing: Writing) -> int:
    number = numerals.read_or_none(text, writing) or Decimal(0)
    amount = number.scaleb(decimals)
    if not 0 <= amount <= MOST or amount % 1:
        raise NotAnAmount(digits=decimals)
    return int(amount)
