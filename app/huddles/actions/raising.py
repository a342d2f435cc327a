"""What a team is stuck on rises to its sponsor from a huddle too; the answer comes back on the next agenda."""

from datetime import datetime

from app.accounts.models import Person
from app.check_ins import actions as check_ins
from app.check_ins.models import Blocker
from app.core import locks
from app.core.errors import NotAllowed
from app.extensions import db
from app.huddles import policy, queries
from app.huddles.errors import HasClosed, UnknownPlan
from app.huddles.models import Huddle
from app.plans.models import Plan


def raise_blocker(huddle: Huddle, plan_id: int, words: str, *, by: Person, at: datetime) -> Blocker:
    """Ask the sponsor of the plan's office, else the program office. Raises NotAllowed, HasClosed, UnknownPlan."""
    locks.hold(huddle)
    if not policy.is_open(huddle):
        raise HasClosed
    plan = db.session.get(Plan, plan_id)
    if plan is None or plan_id not in {one.id for one in queries.running_plans(huddle.cycle_id)}:
        raise UnknownPlan
    if not policy.can_raise(by, huddle, plan):
        raise NotAllowed
    return check_ins.raise_of(plan, words, by=by, at=at)
