"""Who may do what with a milestone. Who may read the plan reads it. Plain predicates, no queries.

While a milestone is only in the draft, its plan's team edits it. Once a version that holds it is submitted, the words
and the first date stand; from then on it is started, done, dropped or planned anew.
"""

from app.accounts.models import Person
from app.milestones.models import Milestone, State
from app.plans import policy as plans
from app.plans.models import Plan, PlanState, PlanVersion

GOING_ON = (PlanState.PREPARING, PlanState.ACTIVE, PlanState.PAUSED)
STEPS: dict[str, frozenset[State]] = {
    "starts": frozenset({State.PLANNED}),
    "completions": frozenset({State.PLANNED, State.STARTED}),
    "replannings": frozenset({State.PLANNED, State.STARTED}),
    "drops": frozenset({State.PLANNED, State.STARTED}),
}


def can_write(person: Person, plan: Plan) -> bool:
    """Promise, edit, and tell what came: champion or deputy of the plan's seat."""
    return plans.can_edit(person, plan)


def can_edit(person: Person, milestone: Milestone, draft: PlanVersion | None, *, is_promised: bool) -> bool:
    """Change the words and the date: while there is a draft and no submitted version holds the milestone."""
    return draft is not None and not is_promised and milestone.is_open and can_write(person, milestone.plan)


def is_step_open(step: str, milestone: Milestone, *, is_promised: bool) -> bool:
    """True where the milestone is promised, its plan goes on, and the step follows from its state."""
    return is_promised and milestone.plan.state in GOING_ON and milestone.state in STEPS[step]
