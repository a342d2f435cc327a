"""Numbers and dates in the words of a language, for paper and charts. Not for reading them (core/numerals).

Arabic and Persian get their own digits, Thai officials the Buddhist year. Codes and hashes never pass
through here.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from babel import Locale, UnknownLocaleError, dates, numbers

from app.core import locales

locales.keep_apart()  # before Babel reads a word

DIGITS = {"ar": "٠١٢٣٤٥٦٧٨٩", "fa": "۰۱۲۳۴۵۶۷۸۹"}
BUDDHIST_YEARS = 543
COMMAS = {"ar": "، ", "fa": "، ", "ur": "، ", "zh": "、", "ja": "、"}


class Formats:
    """How one language writes figures. `language` is a code such as "en", "pt_BR" or "zh"; unknown ones
    read as English.
    """

    def __init__(self, language: str) -> None:
        self.locale = _locale(language)
        self.language = self.locale.language
        self.decimal_mark: str = numbers.get_decimal_symbol(self.locale)
        self.comma = COMMAS.get(self.language, ", ")
        self.is_right_to_left = self.locale.text_direction == "rtl"

    def number(self, value: float | Decimal, unit: str = "") -> str:
        """At most two decimals, grouped; a unit of "%" takes the form the language gives it."""
        text = self._decimal(value)
        if unit == "%":
            return self._percent().replace("#,##0", text)
        return f"{text} {unit}" if unit else text

    def day(self, value: date) -> str:
        """14 September 2026."""
        return self._date(value, {"zh": "y年M月d日"}.get(self.language, "d MMMM y"))

    def day_month(self, value: date) -> str:
        """15 Oct."""
        return self._date(value, {"zh": "M月d日", "ar": "d MMMM"}.get(self.language, "d MMM"))

    def month(self, value: date) -> str:
        """Oct."""
        return self._date(value, "LLLL" if self.language == "ar" else "LLL")

    def month_year(self, value: date) -> str:
        """Oct 2026."""
        return self._date(value, {"zh": "y年M月", "ar": "MMMM y"}.get(self.language, "MMM y"))

    def whole_month(self, value: date) -> str:
        """October 2026."""
        return self._date(value, {"zh": "y年M月"}.get(self.language, "LLLL y"))

    def weekday(self, value: date) -> str:
        """Tuesday 24 November."""
        return self._date(value, {"zh": "M月d日 EEEE"}.get(self.language, "EEEE d MMMM"))

    def day_name(self, value: date, *, short: bool = False) -> str:
        """Tuesday, or Tue."""
        return self._date(value, "ccc" if short else "cccc")

    def span(self, start: date, end: date) -> str:
        """October 2026 – September 2027."""
        pattern = {"zh": "y年M月"}.get(self.language, "LLLL y")
        joiner = "至" if self.language == "zh" else " – "
        return joiner.join((self._date(start, pattern), self._date(end, pattern)))

    def listed(self, parts: Iterable[str]) -> str:
        """The parts one after the other, with the comma of the language; empty ones left out."""
        return self.comma.join(part for part in parts if part)

    def between(self, low: int, high: int) -> str:
        """1–5. Isolated, so that a text from right to left does not turn plain digits round."""
        return f"\u2066{self.number(low)}–{self.number(high)}\u2069"

    def digits(self, text: str) -> str:
        """The text with the digits of the language."""
        own = DIGITS.get(self.language)
        return text.translate(str.maketrans("0123456789", own)) if own else text

    def _date(self, value: date, pattern: str) -> str:
        if self.language == "th" and "y" in pattern:
            pattern = pattern.replace("y", f"'{value.year + BUDDHIST_YEARS}'")
        return self.digits(dates.format_date(value, pattern, locale=self.locale))

    def _percent(self) -> str:
        if self.language in DIGITS:
            return "#,##0٪"
        return str(self.locale.percent_formats[None].pattern)

    def _decimal(self, value: float | Decimal) -> str:
        if self.language not in DIGITS:
            return numbers.format_decimal(value, format="#,##0.##", locale=self.locale)
        english = numbers.format_decimal(value, format="#,##0.##", locale="en")
        return self.digits(english.translate(str.maketrans(",.", "٬٫")))


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language.replace("-", "_"))
    except (ValueError, LookupError, UnknownLocaleError):
        return Locale("en")
