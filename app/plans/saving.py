"""Days saved at no cost: the program's headline. Pure; the one rule that pages, reports and paper share.

A plan saves days at no cost where its way is shorter than before and every change in it costs nothing, or is done with
what the office has already. They count as promised when the version is in force, and as saved when also the plan is
being carried out or completed and one of its outcome measures shows an improvement beyond chance.
"""

from collections.abc import Iterable

from app.plans.models import Cost, PlanState

CARRIED = (PlanState.ACTIVE, PlanState.COMPLETED)


def free_days(today_days: int | None, after_days: int | None, costs: Iterable[Cost]) -> int | None:
    """How many days shorter the way is for one customer, at no cost; None where it is not, or asks for money."""
    known = list(costs)
    if today_days is None or after_days is None or after_days >= today_days:
        return None
    return today_days - after_days if known and all(cost.is_free for cost in known) else None
