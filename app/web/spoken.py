"""Which language is spoken now, found with one look at the request: a list asks for it three hundred times."""

from typing import NamedTuple

from babel import Locale
from flask import g
from flask_babel import get_locale

ENGLISH = Locale("en")
STATE = "_flask_babel"  # where Flask-Babel keeps a request's locale; without it every look takes the long way


class Spoken(NamedTuple):
    """The locale, and its tag as Babel writes it ("zh_Hant")."""

    locale: Locale
    tag: str


def now() -> Spoken:
    """The page's language, or the one that is forced for a text; English outside of a request."""
    try:
        state = g.get(STATE)
    except RuntimeError:  # no request, no job: nobody is spoken to
        return Spoken(ENGLISH, "en")
    kept: Spoken | None = getattr(state, "spoken", None)
    if kept is None or kept.locale is not getattr(state, "babel_locale", None):
        kept = _looked_up()
    return kept


def _looked_up() -> Spoken:
    locale = get_locale() or ENGLISH
    found = Spoken(locale, str(locale))
    if g.get(STATE) is not None:
        g.get(STATE).spoken = found
    return found
