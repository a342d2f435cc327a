"""Words for the states of nominations, and the criteria that a cycle begins with."""

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext as _lp

from app.champions.nominations.models import NominationState

STATES = {
    NominationState.DRAFT: _lp("nomination", "Draft"),
    NominationState.SUBMITTED: _lp("nomination", "Submitted"),
    NominationState.SHORTLISTED: _lp("nomination", "On the shortlist"),
    NominationState.SELECTED: _lp("nomination", "Selected"),
    NominationState.NOT_SELECTED: _lp("nomination", "Not selected"),
    NominationState.ACCEPTED: _lp("nomination", "Accepted the seat"),
    NominationState.DECLINED: _lp("nomination", "Declined the seat"),
}

CRITERIA = (
    (_l("Thinks ahead"), _l("Do they see what customers will need next year, and say how to get there?")),
    (_l("Respected by colleagues"), _l("Do others come to them, and follow what they propose?")),
    (_l("Knows the work"), _l("Have they served customers themselves, and seen where the service breaks?")),
    (_l("Gets things done"), _l("What did they finish with the means they had?")),
)
