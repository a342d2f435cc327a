"""Words for the codes of champions, in the reader's language."""

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext as _lp

from app.champions.models import CycleState, Paper, SeatState

CYCLES = {CycleState.PLANNED: _l("Planned"), CycleState.OPEN: _lp("state", "Open"), CycleState.CLOSED: _l("Closed")}

SEATS = {
    SeatState.ACTIVE: _l("Active"),
    SeatState.ON_LEAVE: _l("On leave"),
    SeatState.HANDED_OVER: _l("Handed over"),
    SeatState.ENDED: _l("Ended"),
}

PAPERS = {Paper.LETTER: _lp("paper", "Letter"), Paper.A4: _l("A4")}
