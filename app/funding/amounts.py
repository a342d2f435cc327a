"""Positions in hundredths and money in minor units: read from what people type, written in a language."""

from decimal import Decimal

from babel import Locale, numbers

from app.core.formats import Formats

MOST = 10**12


class NotAnAmount(ValueError):
    """What was typed is no amount of at most two (for money: the currency's) decimals, zero or more."""


def read_positions(text: str) -> int:
    """Hundredths: "2.5" gives 250. Empty is 0."""
    return _read(text, 2)


def read_money(text: str, currency: str) -> int:
    """Minor units: "41,000.50" in USD gives 4100050. Empty is 0."""
    return _read(text, decimals_of(currency))


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


def plain_positions(positions: int) -> str:
    """As a field shows it: "2.5"."""
    return f"{Decimal(positions) / 100:f}".rstrip("0").rstrip(".") if positions % 100 else str(positions // 100)


def plain_money(money: int, currency: str) -> str:
    """As a field shows it: "41000.50", "41000"."""
    precision = decimals_of(currency)
    whole, rest = divmod(money, 10**precision)
    return f"{whole}.{rest:0{precision}d}" if rest else str(whole)


def is_currency(code: str) -> bool:
    """True for an ISO 4217 code that the agency can use."""
    return code in Locale("en").currencies


def decimals_of(currency: str) -> int:
    """Digits of the minor unit: 2 for USD, 0 for JPY, 3 for KWD."""
    precision: int = numbers.get_currency_precision(currency)
    return precision


def _read(text: str, decimals: int) -> int:
    cleaned = "".join(text.split()).replace("\u00a0", "").replace("\u202f", "")
    whole, rest = _parts(cleaned, decimals)
    if not (whole + rest).isdecimal() or len(rest) > decimals:
        raise NotAnAmount(text)
    scale: int = 10**decimals
    amount = int(whole or "0") * scale + int((rest + "0" * decimals)[:decimals] or "0")
    if amount > MOST:
        raise NotAnAmount(text)
    return amount


def _parts(text: str, decimals: int) -> tuple[str, str]:
    """Whole and decimal digits. The last mark is the decimal one if few enough digits follow it; the others group."""
    if not text:
        return "0", ""
    place = max(text.rfind("."), text.rfind(","), text.rfind("\u066b"))
    tail = text[place + 1 :]
    if place >= 0 and decimals and 0 < len(tail) <= decimals:
        return _ungrouped(text[:place]) or "0", tail
    return _ungrouped(text), ""


def _ungrouped(text: str) -> str:
    """Digits without the marks between groups of three; other marks stay and make it no number."""
    for mark in (",", ".", "'", "\u066c"):
        first, *groups = text.split(mark)
        if groups and 0 < len(first) <= 3 and all(len(group) == 3 for group in groups):
            return first + "".join(groups)
    return text
