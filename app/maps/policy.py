"""Who may write maps, and when. Who may read the plan reads them. Plain predicates, no queries.

How it goes and how it shall go are written in the draft and frozen with it. What was observed may be added as long as
the plan goes on.
"""

from app.accounts.models import Person
from app.maps.models import PROMISED, Kind
from app.plans import policy as plans
from app.plans.models import Plan, PlanVersion


def can_write(person: Person, plan: Plan) -> bool:
    """Champion or deputy of the plan's seat."""
    return plans.can_edit(person, plan)


def is_open(kind: Kind, plan: Plan, draft: PlanVersion | None) -> bool:
    """True where a map of this kind can be written now; `draft`: the plan's draft, if it has one."""
    if kind in PROMISED:
        return draft is not None and draft.state in plans.EDITABLE
    return plan.state in plans.REVISABLE
