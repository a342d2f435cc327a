"""Dates, numbers and lists in the page's language: own digits and commas, Thai's Buddhist year.

Paper uses core/formats directly.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from flask import current_app

from app.core.formats import Formats
from app.core.numerals import Writing, write
from app.web import spoken

LOCAL = "groundwork_local_time"


def formats() -> Formats:
    """How the page's language writes figures."""
    return _formats(spoken.now().tag)


def writing() -> Writing:
    """How people who read the page's language write numbers."""
    return Writing(formats().decimal_mark)


def typed(value: Decimal | None) -> str:
    """A number as a form's field shows it; nothing for None."""
    return "" if value is None else write(value, writing())


def day(value: date | None) -> str:
    """14 September 2026, of an instant by the reader's clock; nothing for None."""
    return formats().day(_on(value)) if value else ""


def short_day(value: date | None) -> str:
    """15 Oct, of an instant by the reader's clock; nothing for None."""
    return _short_day(spoken.now().tag, _on(value)) if value else ""


def month_year(value: date) -> str:
    return formats().month_year(value)


def moment(value: datetime | None) -> str:
    """14 September 2026, 09:31, by the reader's clock; nothing for None."""
    if value is None:
        return ""
    here = local(value)
    return listed((day(here), formats().digits(here.strftime("%H:%M"))))


def _on(value: date) -> date:
    return local(value).date() if isinstance(value, datetime) else value


def local(value: datetime) -> datetime:
    """The instant by the reader's clock (home/local)."""
    here: Callable[[datetime], datetime] = current_app.extensions[LOCAL]
    return here(value)


def listed(parts: Iterable[object]) -> str:
    """One, two, three: with the comma of the page's language; empty parts left out."""
    return formats().listed("" if part is None else str(part) for part in parts)


def comma() -> str:
    """What stands between the parts of a list whose parts are markup."""
    return formats().comma


def between(low: int, high: int) -> str:
    """1–5."""
    return _between(spoken.now().tag, low, high)


def number(value: float | Decimal | None, unit: str = "") -> str:
    """At most two decimals, grouped; nothing for None."""
    return "" if value is None else _number(spoken.now().tag, value, unit)


@lru_cache(maxsize=4096)
def _number(language: str, value: float | Decimal, unit: str) -> str:
    """Lists write the same small numbers over and over."""
    return _formats(language).number(value, unit)


@lru_cache(maxsize=512)
def _between(language: str, low: int, high: int) -> str:
    return _formats(language).between(low, high)


@lru_cache(maxsize=4096)
def _short_day(language: str, value: date) -> str:
    return _formats(language).day_month(value)


@lru_cache(maxsize=32)
def _formats(language: str) -> Formats:
    return Formats(language)
