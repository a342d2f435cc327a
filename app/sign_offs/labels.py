"""Words for where a sign-off stands, in the reader's language. No rule lives here."""

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext

from app.sign_offs.models import Outcome, Word

WORDS = {
    Word.AGREE: _l("I agree"),
    Word.AGREE_IF: _l("I agree if ..."),
    Word.CANNOT: _l("I cannot agree"),
}
STANDS = {
    "agree": lazy_pgettext("a channel owner", "Agrees"),
    "agree_if": _l("Agrees if"),
    "cannot": _l("Cannot agree"),
    "requested": _l("No answer yet"),
    "no_answer": _l("No answer"),
    "not_asked": _l("Not asked yet"),
}
OUTCOMES = {
    Outcome.UPHELD: _l("The objection holds: it does not go ahead like this"),
    Outcome.GOES_AHEAD: _l("It goes ahead; the objection stays on record"),
    Outcome.CHANGED: _l("The plan changes"),
    Outcome.SETTLED: _l("Settled: the owner gave another word"),
}
