"""What a person finds: reports of pain newest first in pages, and the newest of each other kind that they may read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import defer, joinedload, selectinload

from app.accounts.models import Person
from app.core import keyset
from app.core.keyset import Order, Slice
from app.extensions import db
from app.funding import policy as funding
from app.funding.models import FundingRequest
from app.milestones.models import Milestone
from app.pain_points.models import PainPoint
from app.plans import policy as plans
from app.plans.models import Plan, PlanVersion
from app.reports.models import Report
from app.reports.models import State as ReportState
from app.search.index import Kind, holds
from app.search.sources import HANDED_IN, promised

FEW_BESIDE = 10
MOST_LOOKED_AT = 200
ORDER: Order[PainPoint] = Order((PainPoint.id,), lambda point: point.number)


@dataclass(frozen=True)
class Found:
    """`pain_points` is one page; the others stand on the first page only."""

    pain_points: Slice[PainPoint]
    plans: Sequence[Plan]
    reports: Sequence[Report]
    milestones: Sequence[Milestone]
    requests: Sequence[FundingRequest]

    @property
    def is_empty(self) -> bool:
        return not (self.pain_points.rows or self.plans or self.reports or self.milestones or self.requests)


def find(words: str, viewer: Person, after: int | None = None) -> Found:
    """All that holds every word, as the viewer may see it. `after` is the public number of a pain point."""
    points = _pain_points(words, after)
    if after:
        return Found(points, (), (), (), ())
    return Found(points, _plans(words, viewer), _reports(words), _milestones(words), _requests(words, viewer))


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


def _milestones(words: str) -> Sequence[Milestone]:
    """Who may read the plan reads its milestones: all do, once a version that holds them is submitted."""
    wanted = (
        select(Milestone)
        .where(holds(Milestone.id, words, Kind.MILESTONE), Milestone.id.in_(promised()))
        .options(joinedload(Milestone.plan).joinedload(Plan.office))
    )
    return db.session.scalars(wanted.order_by(Milestone.id.desc()).limit(FEW_BESIDE)).all()


def _requests(words: str, viewer: Person) -> list[FundingRequest]:
    wanted = (
        select(FundingRequest)
        .where(holds(FundingRequest.id, words, Kind.FUNDING_REQUEST), FundingRequest.state.in_(HANDED_IN))
        .options(joinedload(FundingRequest.plan).joinedload(Plan.office), defer(FundingRequest.frozen))
    )
    rows = db.session.scalars(wanted.order_by(FundingRequest.id.desc()).limit(MOST_LOOKED_AT))
    return [request for request in rows if funding.can_read(viewer, request)][:FEW_BESIDE]
