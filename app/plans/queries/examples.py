"""Sections of plans that were accepted in earlier cycles, to learn from. Everyone who is signed in may read them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, case, exists, func, select
from sqlalchemy.orm import aliased

from app.champions.models import Cycle
from app.core import together
from app.core.events import until_something_happens
from app.core.together import Part
from app.offices.models import Office
from app.plans.models import Plan, PlanState, PlanVersion, SectionText, VersionState
from app.plans.queries.beside import LINKED, Linked
from app.plans.queries.company import SAVES, Saved

MOST_PLANS = 12
MOST_EACH = 3
FEWEST_LETTERS = 20
LONGEST = 2_000
"""Letters: a shorter text shows nothing, of a longer one the beginning."""

_newer = aliased(PlanVersion)
_is_replaced = exists().where(
    _newer.plan_id == Plan.id, _newer.state == VersionState.ACCEPTED, _newer.number > PlanVersion.number
)
_is_foreign = case((Plan.language == bindparam("language"), 0), else_=1)
_PLANS = (
    select(
        PlanVersion.id, Plan.number, Plan.language, Office.name.label("office"), Cycle.name.label("cycle"),
        _is_foreign.label("rank"),
    )
    .join(Plan, Plan.id == PlanVersion.plan_id)
    .join(Cycle, Cycle.id == Plan.cycle_id)
    .join(Office, Office.id == Plan.office_id)
    .where(
        PlanVersion.state == VersionState.ACCEPTED, Cycle.starts_on < bindparam("starts_on"),
        Plan.state != PlanState.STOPPED, ~_is_replaced,
    )
    .order_by(
        _is_foreign,
        case((Plan.state == PlanState.COMPLETED, 0), else_=1), Cycle.starts_on.desc(), Plan.number,
    )
    .limit(MOST_PLANS)
    .subquery()
)  # fmt: skip
@dataclass(frozen=True)
class Example:
    """A section as it was accepted; `language` is that of its plan."""

    number: int
    office: str
    cycle: str
    language: str
    words: str


@dataclass(frozen=True)
class Along:
    """What stands beside the draft's fields: examples by section, the last saves, the reports in the plan."""

    examples: Mapping[str, Sequence[Example]]
    saves: Sequence[Saved]
    pain_points: list[Linked]


def along(plan: Plan) -> Along:
    """At most three examples for each section, the plan's own language first, then plans that were completed; and who
    saved what, and the plan's reports. One query, kept while nothing happens."""
    return _along(plan.id, plan.cycle.starts_on, plan.language)


@until_something_happens
def _along(plan_id: int, starts_on: date, language: str) -> Along:
    values = {"plan": plan_id, "plan_id": plan_id, "starts_on": starts_on, "language": language}
    found = together.read({"examples": EXAMPLES, "saves": SAVES, "pain_points": LINKED}, values)
    return Along(**found)


def _made(rows: Sequence[Any]) -> Mapping[str, Sequence[Example]]:
    found: dict[str, list[Example]] = {}
    for row in sorted(rows, key=lambda row: (row.rank, -row.number)):
        known = found.setdefault(row.key, [])
        if len(row.words) >= FEWEST_LETTERS and len(known) < MOST_EACH:
            known.append(Example(row.number, row.office, row.cycle, row.language, row.words))
    return found


EXAMPLES = Part(
    select(
        SectionText.key, func.substr(SectionText.words, 1, LONGEST).label("words"), _PLANS.c.number, _PLANS.c.language,
        _PLANS.c.office, _PLANS.c.cycle, _PLANS.c.rank,
    ).join(_PLANS, _PLANS.c.id == SectionText.version_id),
    _made,
)  # fmt: skip
