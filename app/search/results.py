"""What a person finds: reports of pain newest first in pages, and the newest plans and progress reports."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import defer, joinedload, selectinload

from app.accounts.models import Person
from app.core import keyset
from app.core.keyset import Order, Slice
from app.extensions import db
from app.pain_points.models import PainPoint
from app.plans import policy as plans
from app.plans.models import Plan, PlanVersion
from app.reports.models import Report
from app.reports.models import State as ReportState
from app.search.index import Kind, holds

FEW_BESIDE = 10
ORDER: Order[PainPoint] = Order((PainPoint.id,), lambda point: point.number)


@dataclass(frozen=True)
class Found:
    """`pain_points` is one page; plans and reports stand on the first page only."""

    pain_points: Slice[PainPoint]
    plans: Sequence[Plan]
    reports: Sequence[Report]

    @property
    def is_empty(self) -> bool:
        return not (self.pain_points.rows or self.plans or self.reports)


def find(words: str, viewer: Person, after: int | None = None) -> Found:
    """All that holds every word, as the viewer may see it. `after` is the public number of a pain point."""
    points = _pain_points(words, after)
    return Found(points, [] if after else _plans(words, viewer), [] if after else _reports(words))


def _pain_points(words: str, after: int | None) -> Slice[PainPoint]:
    wanted = select(PainPoint).where(holds(PainPoint.id, words)).options(joinedload(PainPoint.office))
    edge = None if after is None else select(PainPoint.id).where(PainPoint.number == after).scalar_subquery()
    return replace(keyset.page(wanted, ORDER, edge), before=None)


def _plans(words: str, viewer: Person) -> list[Plan]:
    wanted = (
        select(Plan)
        .where(holds(Plan.id, words, Kind.PLAN))
        .options(joinedload(Plan.office), selectinload(Plan.versions).options(defer(PlanVersion.frozen)))
    )
    rows = db.session.scalars(wanted.order_by(Plan.id.desc()).limit(FEW_BESIDE * 2))
    return [plan for plan in rows if plans.can_read(viewer, plan)][:FEW_BESIDE]


def _reports(words: str) -> Sequence[Report]:
    wanted = (
        select(Report)
        .where(holds(Report.id, words, Kind.REPORT), Report.state != ReportState.DRAFT)
        .options(joinedload(Report.office))
    )
    return db.session.scalars(wanted.order_by(Report.id.desc()).limit(FEW_BESIDE)).all()
