"""Every language's stock of reports, by code."""

from app.demo.texts import arabic, chinese, greek, reports_en, thai, turkish
from app.demo.texts.bank import Bank

ALL: dict[str, Bank] = {
    "en": reports_en.BANK,
    "el": greek.BANK,
    "ar": arabic.BANK,
    "th": thai.BANK,
    "tr": turkish.BANK,
    "zh": chinese.BANK,
}
