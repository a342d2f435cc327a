"""The words for the codes of a report, in the page's language."""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext as _lp

from app.offices.models import ChannelKind
from app.pain_points.models import Customers, Frequency, ReplyKind, Stage, State
from app.web.figures import between

STATES = {
    State.RECEIVED: _l("Received"),
    State.ACKNOWLEDGED: _l("Acknowledged"),
    State.NEEDS_FACTS: _l("Needs facts"),
    State.ACCEPTED: _l("Accepted"),
    State.DECLINED: _l("Declined"),
    State.DUPLICATE: _l("Duplicate"),
    State.FIXED: _l("Fixed"),
    State.CONFIRMED: _l("Confirmed"),
    State.CLOSED: _l("Closed"),
}
IN_PLAN = _l("In plan")
STAGES = {
    Stage.AWARE: _l("Becoming aware"),
    Stage.DECIDING: _l("Deciding whether to come"),
    Stage.PREPARING: _l("Preparing"),
    Stage.APPLYING: _l("Applying"),
    Stage.WAITING: _l("Waiting for something"),
    Stage.RECEIVING: _l("Receiving it"),
    Stage.AFTER: _l("Afterwards"),
}
FREQUENCIES = {
    Frequency.DAILY: _l("Daily"),
    Frequency.WEEKLY: _l("Weekly"),
    Frequency.MONTHLY: _l("Monthly"),
    Frequency.ONCE: _l("Once"),
}


def _range(low: int, high: int) -> LazyString:
    """In the digits of the page that shows it."""
    return LazyString(between, low, high)  # type: ignore[call-overload,no-any-return]  # typed as the str that it poses as


CUSTOMERS = {
    Customers.FEW: _range(1, 5),
    Customers.SOME: _range(6, 20),
    Customers.MANY: _range(21, 100),
    Customers.MORE: _l("More"),
}
CHANNELS = {
    ChannelKind.COUNTER: _l("Counter"),
    ChannelKind.PHONE: _l("Phone"),
    ChannelKind.WEB: _l("Web"),
    ChannelKind.EMAIL: _l("E-mail"),
    ChannelKind.MAIL: _lp("channel", "Letter"),
    ChannelKind.FIELD: _l("In the field"),
    ChannelKind.CHAT: _l("Chat"),
    ChannelKind.SOCIAL: _l("Social media"),
}
REPLIES = {
    ReplyKind.ACKNOWLEDGED: _l("has read it"),
    ReplyKind.ASKED: _l("asks for facts"),
    ReplyKind.FACTS: _l("gives facts"),
    ReplyKind.ACCEPTED: _l("accepts"),
    ReplyKind.DECLINED: _l("declines"),
    ReplyKind.REROUTED: _l("sends it to another office"),
    ReplyKind.FIXED: _l("says it is fixed"),
    ReplyKind.CONFIRMED: _l("confirms that it is fixed"),
    ReplyKind.REOPENED: _l("says it is not fixed"),
    ReplyKind.DUPLICATE: _l("answers it together with another report"),
    ReplyKind.SEPARATED: _l("takes it up by itself again"),
}
