"""What tests of small tests begin with: the cast of milestones, a measure in the plan, a test that was planned."""

from datetime import date
from typing import Any

from app.measures.models import Measure
from app.plans.models import VersionMeasure
from app.trials.models import Act, Trial
from tests.milestones import given
from tests.support import builders as build

SENT = {
    "question": "Do parents sign at the counter if we ask?", "action": "Ask every pair of parents at desk two",
    "place": "Desk two, Hill Road", "starts_on": "2026-11-30", "ends_on": "2026-12-04",
    "prediction": "Half of them sign at once", "predicted": "50",
}  # fmt: skip
STUDIED = {
    "ended_on": "2026-11-20", "happened": "Two of three signed", "result": "66.7", "learned": "Ask before the form",
    "act": "adopt",
}  # fmt: skip


def cast() -> given.Cast:
    """A plan in force."""
    made = given.cast()
    given.accept(made.plan)
    return made


def measured(cast: given.Cast) -> Measure:
    """A measure that the plan's version holds."""
    made = build.measure(cast.office, cast.champion)
    build.save(VersionMeasure(version_id=cast.plan.versions[0].id, measure_id=made.id, position=0))
    return made


def trial(cast: given.Cast, start: date = date(2026, 11, 30), end: date = date(2026, 12, 4), **fields: Any) -> Trial:
    """Planned; running where the first day is past."""
    given_fields: dict[str, Any] = {
        "number": 1, "question": SENT["question"], "action": SENT["action"], "place": SENT["place"],
        "prediction": SENT["prediction"], "predicted": 50, "predicted_on": date(2026, 11, 2),
    }  # fmt: skip
    return build.save(Trial(plan_id=cast.plan.id, starts_on=start, ends_on=end, **{**given_fields, **fields}))


def running(cast: given.Cast, **fields: Any) -> Trial:
    """Begun two weeks ago."""
    return trial(cast, date(2026, 11, 9), date(2026, 11, 13), **fields)


def studied(cast: given.Cast, **fields: Any) -> Trial:
    """With what came of it."""
    done: dict[str, Any] = {
        "happened": "Two of three signed", "learned": "Ask before the form", "act": Act.ADOPT, "result": 66,
        "ended_on": date(2026, 11, 13), "studied_on": date(2026, 11, 16),
    }  # fmt: skip
    return running(cast, **{**done, **fields})


