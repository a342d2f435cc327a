"""Times of steps as people type them: "45 min", "2 h", "3 d", "1 h 30 min"; kept as whole minutes.

A number without a unit counts in the unit of its column. How numbers are written is core/numerals, which unit fits is
core/durations; how times are shown is labels.py.
"""

import re
import unicodedata
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from app.core import numerals
from app.core.durations import MINUTES, Unit
from app.core.errors import N_, BrokenRule
from app.core.numerals import ENGLISH, Writing

LONGEST_DAYS = 3_650
LONGEST_TEXT = 60
PART = re.compile(r"(\d[\d.,٫٬،’'\s]*)([^\d\s.,٫٬،’'][^\d]*)?")
LARGEST = LONGEST_DAYS * MINUTES[Unit.DAYS]

_WORDS = {
    Unit.MINUTES: "m min mins minute minutes λ λεπ λεπτά λεπτό dk dak dakika د دقيقة دقائق น นาที 分 分钟 分鐘",
    Unit.HOURS: "h hr hrs hour hours ω ώρα ώρες sa saat س ساعة ساعات ชม ชั่วโมง 时 時 小时 小時",
    Unit.DAYS: "d day days η ημ ημέρα ημέρες μέρες g gün ي يوم أيام ايام วัน 天 日",
}
WORDS: Mapping[str, Unit] = {word.casefold(): unit for unit, words in _WORDS.items() for word in words.split()}
WEEK = ("w", "week", "weeks", "hafta", "สัปดาห์", "周", "週", "εβδομάδα", "εβδομάδες", "أسبوع")


class NotATime(BrokenRule):
    message = N_("“%(text)s” is not a time. Write it as 45 min, 2 h or 3 d.")


class TooLongATime(BrokenRule):
    message = N_("A step takes or waits at most %(days)s days.")


class TooShortATime(BrokenRule):
    message = N_("The shortest time is one minute. Leave the field empty for none.")


def read(text: str, bare: Unit, writing: Writing = ENGLISH, words: Mapping[str, Unit] = WORDS) -> int:
    """Minutes that a text says; 0 for an empty one; `bare` is the unit of a lone number. Raises NotATime, TooLongATime,
    TooShortATime, or what core/numerals raises."""
    typed = unicodedata.normalize("NFKC", text).strip()
    if not typed:
        return 0
    parts = list(PART.finditer(typed))
    if len(typed) > LONGEST_TEXT or not parts or "".join(part[0] for part in parts) != typed:
        raise NotATime(text=text.strip()[:40])
    exact = sum((_minutes(part, bare if len(parts) == 1 else None, writing, words, text) for part in parts), Decimal(0))
    if exact > LARGEST:
        raise TooLongATime(days=LONGEST_DAYS)
    found = int(exact.quantize(Decimal(1), ROUND_HALF_UP))
    if exact and not found:
        raise TooShortATime
    return found


def write(minutes: int, signs: Mapping[Unit, str], writing: Writing = ENGLISH) -> str:
    """As a field shows it, so that `read` gives it back exactly; nothing for 0."""
    if not minutes:
        return ""
    unit = next(unit for unit in reversed(Unit) if minutes >= MINUTES[unit] and not minutes * 100 % MINUTES[unit])
    return f"{numerals.write(Decimal(minutes) / MINUTES[unit], writing)} {signs[unit]}"


def _minutes(part: re.Match[str], bare: Unit | None, writing: Writing, words: Mapping[str, Unit], text: str) -> Decimal:
    number = numerals.read(part[1].strip(), writing)
    word = (part[2] or "").strip().rstrip(".").strip().casefold()
    if word in WEEK:
        return number * 7 * MINUTES[Unit.DAYS]
    unit = words.get(word) or WORDS.get(word) if word else bare
    if unit is None:
        raise NotATime(text=text.strip()[:40])
    return number * MINUTES[unit]
