"""What one language says first is not what another says after it."""

from datetime import date

from app.core.formats import Formats

APRIL = date(2026, 4, 1)


def test_each_language_has_its_own_months_whichever_came_first() -> None:
    said = {code: Formats(code).month(APRIL) for code in ("zh", "tr", "th", "vi", "el", "en", "ar")}
    assert said == {
        "zh": "4月", "tr": "Nis", "th": "เม.ย.", "vi": "Tháng 4", "el": "Απρ", "en": "Apr", "ar": "أبريل",
    }  # fmt: skip
