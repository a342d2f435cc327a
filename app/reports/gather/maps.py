"""The process maps of a plan's report: those of the version in force on the last day, and the newest seen by then."""

from datetime import date

from app.maps import queries
from app.plans.process import ProcessMap
from app.reports.gather.plans import Covered


def of_plan(covered: Covered, end: date) -> tuple[ProcessMap, ...]:
    """What is drawn on one scale; nothing where the version has no map of before."""
    promised = queries.of_frozen(covered.version.frozen or {})
    seen = queries.observed_until(covered.plan.id, end) if promised else None
    return (*promised, *((seen,) if seen else ()))
