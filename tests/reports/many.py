"""Hundreds of plans at once, written straight to the tables."""

from datetime import UTC, date, datetime
from typing import Any, cast

from sqlalchemy import insert, select

from app.extensions import db
from app.milestones.models import Milestone
from app.milestones.models import State as MilestoneState
from app.offices.models import Office, OfficeParent
from app.plans.models import Plan, PlanState, PlanVersion, VersionState
from tests.reports.given import World
from tests.support.builders import AT


def many(given: World, count: int) -> Any:
    """Offices with an active plan each, every third with a late milestone; written in bulk."""
    top = given.agency
    begin = max(db.session.scalars(select(Office.id))) + 1
    ids = range(begin, begin + count)
    opened = date(2020, 1, 1)
    decided = datetime(2026, 3, 1, tzinfo=UTC)
    rows = {
        Office: [
            {"id": i, "slug": f"o-{i}", "name": f"Office {i} of the county", "parent_id": top.id, "lock": 1,
             "path": f"{top.path}{i}/", "opened_on": opened, "language": "en"} for i in ids
        ],
        OfficeParent: [{"office_id": i, "parent_id": top.id, "from_on": opened} for i in ids],
        Plan: [
            {"id": 1000 + i, "number": 1000 + i, "office_id": i, "cycle_id": given.cycle.id, "state": PlanState.ACTIVE,
             "title": f"Plan {i}: an answer at the first counter for every family that asks", "language": "en",
             "created_at": AT, "lock": 1} for i in ids
        ],
        PlanVersion: [
            {"plan_id": 1000 + i, "number": 1, "state": VersionState.ACCEPTED, "author_id": given.champion.id,
             "saved_at": AT, "saved_by_id": given.champion.id, "decided_at": decided, "lock": 1, "salt": b"0" * 16,
             "decision_reason": ""} for i in ids
        ],
        Milestone: [
            {"plan_id": 1000 + i, "name": f"Milestone of {i}", "first_due_on": date(2026, 10, 1), "owner": "",
             "due_on": date(2026, 10, 1), "state": MilestoneState.PLANNED if i % 3 == 0 else MilestoneState.DONE,
             "done_on": None if i % 3 == 0 else date(2026, 9, 20), "lock": 1, "salt": b"0" * 16, "shown_by": "",
             "is_decision_point": False, "evidence": "", "drop_reason": ""} for i in ids
        ],
    }  # fmt: skip
    for table, found in rows.items():
        db.session.execute(insert(table), cast("list[dict[str, Any]]", found))
    db.session.commit()
