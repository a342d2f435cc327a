"""Words for where a sign-off stands, in the reader's language. No rule lives here."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext, ngettext

from app.sign_offs.models import Outcome, Word
from app.sign_offs.queries import Stand

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


def consensus(stands: Sequence[Stand], today: date) -> str:
    """Agreement first, then what stands against it; silence is said and never counted as consent. Empty where nobody
    was asked."""
    asked = [one for one in stands if one.sign_off is not None]
    if not asked:
        return ""
    counts = Counter(_code(one, today) for one in asked)
    ifs = counts["agree_if"]
    told = [
        ngettext(
            "%(agree)s of %(num)s channel agrees.", "%(agree)s of %(num)s channels agree.", len(asked),
            agree=counts["agree"],
        ),
        ngettext("%(num)s cannot.", "%(num)s cannot.", counts["cannot"]) if counts["cannot"] else "",
        ngettext("%(num)s has a condition.", "%(num)s have a condition.", ifs) if ifs else "",
        ngettext("%(num)s is silent.", "%(num)s are silent.", counts["no_answer"]) if counts["no_answer"] else "",
    ]  # fmt: skip
    return " ".join(filter(None, told))


def _code(stand: Stand, today: date) -> str:
    is_met = stand.sign_off is not None and stand.sign_off.is_met
    return "agree" if is_met else stand.code(today)
