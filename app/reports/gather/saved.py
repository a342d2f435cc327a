"""Days saved at no cost by the rule of app/plans/saving.py: carried out or completed, shorter, nothing asked for, and
one of its outcome measures shows an improvement beyond chance."""

from collections.abc import Iterable, Mapping

from app.measures.models import Kind, Signal
from app.plans import saving
from app.reports.facts import MeasureFact, Saved
from app.reports.gather.plans import Covered


def at_no_cost(plans: Iterable[Covered], measures: Mapping[int, list[MeasureFact]]) -> list[Saved]:
    """One for each plan that fulfils the rule, the greatest first."""
    found = [of_plan(covered, measures.get(covered.plan.id, [])) for covered in plans]
    return sorted((saved for saved in found if saved is not None), key=lambda saved: -saved.days)


def of_plan(covered: Covered, measures: Iterable[MeasureFact]) -> Saved | None:
    version, plan = covered.version, covered.plan
    today, after = version.today_days, version.after_days
    days = saving.free_days(today, after, [change.cost for change in version.changes])
    shown = next((m for m in measures if m.kind is Kind.OUTCOME and m.signal is Signal.IMPROVING), None)
    if plan.state not in saving.CARRIED or shown is None or days is None or today is None or after is None:
        return None
    return Saved(plan.ref, plan.title, today, after, shown.ref, shown.name)
