"""Words for the states of remarks and for what is compared. No rule lives here."""

from collections.abc import Callable, Mapping

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext as _lp

from app.plans.labels import PARTS
from app.reviews.models import RemarkState
from app.reviews.parts import WHOLE

STATES = {
    RemarkState.OPEN: _lp("state", "Open"),
    RemarkState.ANSWERED: _l("Answered"),
    RemarkState.SETTLED: _l("Settled"),
}
WHOLE_PLAN = _l("The plan as a whole")
WORKS_ON_IT = _l("You work on this plan, so somebody else reviews it.")
WRITES_ALONG = _l(
    "You are asked to write along, so write in the draft. If you write nothing, you can remark once it is handed in."
)


def part_of(names: Mapping[str, str]) -> Callable[[str], str]:
    """What a part is called, also the whole; `names` are those of a version (plans.shown), whose cycle may have its
    own words."""
    return lambda key: str(WHOLE_PLAN if key == WHOLE else names.get(key) or PARTS.get(key, key))
