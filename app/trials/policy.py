"""Who may do what with a small test. Who reads the plan reads its tests; its team writes. Plain predicates, no queries.

Until its first day a test is planned: its words change, and it may be taken out. From that day on the prediction
stands, and only what happened is written, once, and notes beside it.
"""

from datetime import date

from app.accounts.models import Person
from app.plans import policy as plans
from app.plans.models import Plan
from app.trials.models import State, Trial


def can_write(person: Person, plan: Plan) -> bool:
    """Plan a test, change it, tell what came of it: champion or deputy of the plan's seat."""
    return plans.can_edit(person, plan)


def is_plan_open(plan: Plan) -> bool:
    """True while the plan goes on."""
    return plan.state in plans.REVISABLE


def is_changeable(trial: Trial, today: date) -> bool:
    """True up to the day before it begins."""
    return is_plan_open(trial.plan) and trial.state_on(today) is State.PLANNED


def is_studyable(trial: Trial, today: date) -> bool:
    """True from its first day on, until somebody has written what happened; also when the plan has ended meanwhile."""
    return trial.state_on(today) is State.RUNNING


def is_notable(trial: Trial, today: date) -> bool:
    """True from its first day on: before, the words themselves can be changed."""
    return trial.state_on(today) is not State.PLANNED
