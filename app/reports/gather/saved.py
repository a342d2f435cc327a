"""Days saved at no cost. The rule: the plan is being carried out, every change in it costs nothing, its way is shorter
than before, and one of its outcome measures shows an improvement beyond chance."""

from collections.abc import Iterable, Mapping

from app.measures.models import Kind, Signal
from app.plans.models import Cost, PlanState
from app.reports.facts import MeasureFact, Saved
from app.reports.gather.plans import Covered


def at_no_cost(plans: Iterable[Covered], measures: Mapping[int, list[MeasureFact]]) -> list[Saved]:
    """One for each plan that fulfils the rule, the greatest first."""
    found = [of_plan(covered, measures.get(covered.plan.id, [])) for covered in plans]
    return sorted((saved for saved in found if saved is not None), key=lambda saved: -saved.days)


def of_plan(covered: Covered, measures: Iterable[MeasureFact]) -> Saved | None:
    version, plan = covered.version, covered.plan
    today, after = version.today_days, version.after_days
    shown = next((m for m in measures if m.kind is Kind.OUTCOME and m.signal is Signal.IMPROVING), None)
    if plan.state is not PlanState.ACTIVE or shown is None or today is None or after is None or after >= today:
        return None
    if not version.changes or any(change.cost is not Cost.NIL for change in version.changes):
        return None
    return Saved(plan.ref, plan.title, today, after, shown.ref, shown.name)
