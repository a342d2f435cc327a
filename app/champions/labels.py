"""Words for the codes of champions, in the reader's language."""

from flask_babel import lazy_gettext as _l

from app.champions.models import CycleState, Paper, SeatState

CYCLES = {CycleState.PLANNED: _l("Planned"), CycleState.OPEN: _l("Open"), CycleState.CLOSED: _l("Closed")}

SEATS = {
    SeatState.ACTIVE: _l("Active"),
    SeatState.ON_LEAVE: _l("On leave"),
    SeatState.HANDED_OVER: _l("Handed over"),
    SeatState.ENDED: _l("Ended"),
}

PAPERS = {Paper.LETTER: _l("Letter"), Paper.A4: _l("A4")}
