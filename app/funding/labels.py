"""Words for the codes of funding, amounts in the page's language, and broken rules with their amounts in words."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext as _lp
from flask_babel import ngettext

from app.core.errors import BrokenRule
from app.core.formats import Formats
from app.funding import amounts
from app.funding.models import Outcome, RequestState, RoundState
from app.measures.labels import GRADES, SIGNALS
from app.offices.models import ChannelKind
from app.pain_points.labels import CHANNELS
from app.web.figures import formats

ROUND_STATES = {
    RoundState.PLANNED: _l("Planned"),
    RoundState.OPEN: _lp("state", "Open"),
    RoundState.CLOSED: _l("Closed"),
}
REQUEST_STATES = {
    RequestState.DRAFT: _l("Draft"),
    RequestState.WITHDRAWN: _l("Withdrawn"),
    RequestState.SUBMITTED: _l("Submitted"),
    RequestState.IN_REVIEW: _l("In review"),
    RequestState.DECIDED: _l("Decided"),
    RequestState.DELIVERED: _l("Delivered"),
    RequestState.CHECKED: _l("Checked"),
}
OUTCOMES = {
    Outcome.APPROVED: _l("Approved"),
    Outcome.PART: _l("Approved in part"),
    Outcome.DEFERRED: _l("Deferred"),
    Outcome.DECLINED: _l("Declined"),
}
CHOICES = {
    Outcome.APPROVED: _l("Approve"),
    Outcome.PART: _l("Approve in part"),
    Outcome.DEFERRED: _l("Defer"),
    Outcome.DECLINED: _l("Decline"),
}
VERDICTS = {"kept": _l("Kept"), "nearly": _l("Nearly"), "short": _l("Short"), "open": _lp("state", "Open")}
COSTS = {
    "": "",
    "nil": _l("No money, no positions"),
    "within_resources": _l("Within resources"),
    "needs_money": _l("Needs money"),
}


def asked(positions: int, money: int, currency: str, own: Formats | None = None) -> str:
    """ "2 positions and $41,000"; what is zero is left out."""
    parts = [part for part in (_positions(positions, own), _money(money, currency, own)) if part]
    return _(" and ").join(parts) if parts else _("nothing")


def channel(name: str) -> str:
    """A channel's own name; the kind in words where it has none."""
    return str(CHANNELS[ChannelKind(name)]) if name in set(ChannelKind) else name


def positions(hundredths: int, own: Formats | None = None) -> str:
    return amounts.write_positions(hundredths, own or formats())


def money(minor: int, currency: str, own: Formats | None = None) -> str:
    return amounts.write_money(minor, currency, own or formats())


def worded(broken: BrokenRule, currency: str) -> BrokenRule:
    """The rule with its amounts as people read them."""
    if "positions" in broken.facts and "money" in broken.facts:
        broken.facts = {
            "positions": positions(broken.facts["positions"]),
            "money": money(broken.facts["money"], currency),
        }
    return broken


def _positions(hundredths: int, own: Formats | None) -> str:
    if not hundredths:
        return ""
    text = positions(hundredths, own)
    return ngettext("%(text)s position", "%(text)s positions", 1 if hundredths == 100 else 2, text=text)


def _money(minor: int, currency: str, own: Formats | None) -> str:
    return money(minor, currency, own) if minor else ""


__all__ = [
    "CHOICES",
    "COSTS",
    "GRADES",
    "OUTCOMES",
    "REQUEST_STATES",
    "ROUND_STATES",
    "SIGNALS",
    "VERDICTS",
    "asked",
    "channel",
    "money",
    "positions",
    "worded",
]
