"""Words for the codes of offices, in the reader's language."""

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext as _lp

from app.offices.models import ChannelKind

CHANNELS = {
    ChannelKind.COUNTER: _l("Counter"),
    ChannelKind.PHONE: _l("Phone"),
    ChannelKind.WEB: _l("Web"),
    ChannelKind.EMAIL: _l("E-mail"),
    ChannelKind.MAIL: _l("Mail"),
    ChannelKind.FIELD: _lp("channel", "Field"),
    ChannelKind.CHAT: _l("Chat"),
    ChannelKind.SOCIAL: _l("Social media"),
}

RULES = {
    "ack_days": _l("Working days to acknowledge"),
    "answer_days": _l("Working days to answer"),
    "anonymous_allowed": _l("Reports without signing in"),
    "smallest_group": _l("Smallest group whose count is shown"),
    "time_zone": _l("Time zone"),
    "holidays": _l("Holidays"),
}
