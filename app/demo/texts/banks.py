"""Every language's stock of reports, by code."""

from app.demo.texts import reports_en
from app.demo.texts.bank import Bank

ALL: dict[str, Bank] = {"en": reports_en.BANK}
ALL |= {language: reports_en.BANK for language in ("el", "ar", "th", "tr", "zh") if language not in ALL}
