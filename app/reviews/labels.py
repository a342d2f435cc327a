"""Words for the states of remarks and for what is compared. No rule lives here."""

from flask_babel import lazy_gettext as _l

from app.plans.labels import PARTS
from app.reviews.models import RemarkState
from app.reviews.parts import WHOLE

STATES = {
    RemarkState.OPEN: _l("Open"),
    RemarkState.ANSWERED: _l("Answered"),
    RemarkState.SETTLED: _l("Settled"),
}
WHOLE_PLAN = _l("The plan as a whole")


def part(key: str) -> str:
    """The name of a part of a plan, also of the whole."""
    return str(WHOLE_PLAN if key == WHOLE else PARTS.get(key, key))
