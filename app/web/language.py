"""Which language a page speaks: the person's own, else the one chosen on the page, else the browser's."""

from babel import Locale
from flask import Response, current_app, request

from app.web import spoken
from app.web.access import viewer_or_none

COOKIE = "language"

NAMES = {"en": "English", "el": "Ελληνικά", "ar": "العربية", "th": "ไทย", "tr": "Türkçe", "zh": "中文"}


def choose() -> str:
    """The locale selector for Flask-Babel: always one of the installation's languages."""
    languages: tuple[str, ...] = current_app.config["LANGUAGES"]
    asked = request.args.get("lang") or request.cookies.get(COOKIE)
    if asked in languages:
        return asked
    person = viewer_or_none()
    if person is not None and person.language in languages:
        return person.language
    return request.accept_languages.best_match(languages) or languages[0]


def menu() -> list[tuple[str, str]]:
    """The installation's languages: code, and its own name for itself."""
    return [(tag, NAMES[tag]) for tag in current_app.config["LANGUAGES"]]


def remember(response: Response) -> Response:
    """Keep a language chosen on a page, as long as the browser runs; it says nothing about who reads."""
    asked = request.args.get("lang")
    if asked in current_app.config["LANGUAGES"]:
        secure = current_app.config["SESSION_COOKIE_SECURE"]
        response.set_cookie(COOKIE, str(asked), secure=secure, httponly=True, samesite="Lax")
    return response


def code() -> str:
    """The page's language as it stands in `<html lang>`."""
    return spoken.now().tag.replace("_", "-")


def direction(language: str | None = None) -> str:
    """ "ltr" or "rtl", for the page or for a text in another language."""
    return (Locale.parse(language) if language else spoken.now().locale).text_direction
