"""What tests of the calendar begin with: a plan in force with milestones, a measure and a small test in one month."""

from datetime import date

from app.extensions import db
from app.milestones.models import State
from tests.milestones import given
from tests.support import builders as build
from tests.trials import given as trials

LATE, DUE, DONE, MOVED = "Policy signed", "All desks write orders", "First desk writes orders", "Employers by e-mail"


def cast() -> given.Cast:
    """In November 2026, where it is the 23rd: one late, one due, one done, one moved to December."""
    made = given.cast()
    build.milestone(made.plan, LATE, date(2026, 11, 10))
    build.milestone(made.plan, DUE, date(2026, 11, 27))
    build.milestone(made.plan, DONE, date(2026, 11, 6), state=State.DONE, done_on=date(2026, 11, 4))
    moved = build.milestone(made.plan, MOVED, date(2026, 12, 4))
    moved.first_due_on = date(2026, 11, 20)
    given.accept(made.plan)
    measure = trials.measured(made)
    measure.stale_after = date(2026, 11, 15)
    trials.trial(made, date(2026, 11, 24), date(2026, 12, 2), measure_id=measure.id)
    db.session.commit()
    return made
