"""Sections of plans that were accepted in earlier cycles, to learn from. Everyone who is signed in may read them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, case, exists, select
from sqlalchemy.orm import aliased

from app.champions.models import Cycle
from app.core import reading
from app.core.events import until_something_happens
from app.offices.models import Office
from app.plans.models import Plan, PlanState, PlanVersion, SectionText, VersionState

MOST_PLANS = 12
MOST_EACH = 3
FEWEST_LETTERS = 20
LONGEST = 2_000
"""Letters: a shorter text shows nothing, of a longer one the beginning."""

_newer = aliased(PlanVersion)
_is_replaced = exists().where(
    _newer.plan_id == Plan.id, _newer.state == VersionState.ACCEPTED, _newer.number > PlanVersion.number
)
_PLANS = (
    select(PlanVersion.id, Plan.number, Plan.language, Office.name.label("office"), Cycle.name.label("cycle"))
    .join(Plan, Plan.id == PlanVersion.plan_id)
    .join(Cycle, Cycle.id == Plan.cycle_id)
    .join(Office, Office.id == Plan.office_id)
    .where(
        PlanVersion.state == VersionState.ACCEPTED, Cycle.starts_on < bindparam("starts_on"),
        Plan.state != PlanState.STOPPED, ~_is_replaced,
    )
    .order_by(
        case((Plan.language == bindparam("language"), 0), else_=1),
        case((Plan.state == PlanState.COMPLETED, 0), else_=1), Cycle.starts_on.desc(), Plan.number,
    )
    .limit(MOST_PLANS)
    .subquery()
)  # fmt: skip
EXAMPLES = (
    select(SectionText.key, SectionText.words, _PLANS.c.number, _PLANS.c.language, _PLANS.c.office, _PLANS.c.cycle)
    .join(_PLANS, _PLANS.c.id == SectionText.version_id)
)  # fmt: skip


@dataclass(frozen=True)
class Example:
    """A section as it was accepted; `language` is that of its plan."""

    number: int
    office: str
    cycle: str
    language: str
    words: str


def examples(plan: Plan) -> Mapping[str, Sequence[Example]]:
    """At most three for each section: the plan's own language first, then plans that were completed."""
    return _examples(plan.cycle.starts_on, plan.language)


@until_something_happens
def _examples(starts_on: date, language: str) -> Mapping[str, Sequence[Example]]:
    found: dict[str, list[Example]] = {}
    rows = reading.rows(EXAMPLES, {"starts_on": starts_on, "language": language})
    for row in sorted(rows, key=lambda row: (row.language != language, -row.number)):
        known = found.setdefault(row.key, [])
        if len(row.words) >= FEWEST_LETTERS and len(known) < MOST_EACH:
            known.append(Example(row.number, row.office, row.cycle, row.language, row.words[:LONGEST]))
    return found
