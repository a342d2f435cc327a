"""What a person finds: reports of pain newest first in pages, and the newest of each other kind that they may read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import defer, joinedload

from app.accounts.models import Person
from app.core import keyset
from app.core.keyset import Order, Slice
from app.extensions import db
from app.funding import policy as funding
from app.funding.models import FundingRequest
from app.milestones.models import Milestone
from app.pain_points.models import PainPoint
from app.plans.models import Plan
from app.plans.queries.drafts import drafts_holding
from app.reports.models import Report
from app.reports.models import State as ReportState
from app.search.index import Kind, holds, matching
from app.search.sources import HANDED_IN, promised, readable_plans

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
    """All that holds every word, as the viewer may see it. `after` is the public number of a pain point.

    One query for each kind but pain points, which are many and need two, and plans, whose drafts may need two more.
    """
    points = _pain_points(words, after)
    if after:
        return Found(points, (), (), (), ())
    return Found(points, _plans(words, viewer), _reports(words), _milestones(words), _requests(words, viewer))


def _pain_points(words: str, after: int | None) -> Slice[PainPoint]:
    wanted = select(PainPoint).where(holds(PainPoint.id, words)).options(joinedload(PainPoint.office))
    edge = None if after is None else select(PainPoint.id).where(PainPoint.number == after).scalar_subquery()
    return replace(keyset.page(wanted, ORDER, edge), before=None)


def _plans(words: str, viewer: Person) -> Sequence[Plan]:
    """Drafts that the viewer writes in, then those with a version that everyone who is signed in reads."""
    return list(dict.fromkeys((*drafts_holding(words, viewer), *_public_plans(words))))[:FEW_BESIDE]


def _public_plans(words: str) -> Sequence[Plan]:
    wanted = (
        select(Plan)
        .where(Plan.id.in_(matching(words, Kind.PLAN)), Plan.id.in_(readable_plans()))
        .options(joinedload(Plan.office))
    )
    return db.session.scalars(wanted.order_by(Plan.id.desc()).limit(FEW_BESIDE)).all()


def _reports(words: str) -> Sequence[Report]:
    wanted = (
        select(Report)
        .where(Report.id.in_(matching(words, Kind.REPORT)), Report.state != ReportState.DRAFT)
        .options(joinedload(Report.office))
    )
    return db.session.scalars(wanted.order_by(Report.id.desc()).limit(FEW_BESIDE)).all()


def _milestones(words: str) -> Sequence[Milestone]:
    """Who may read the plan reads its milestones: all do, once a version that holds them is submitted."""
    wanted = (
        select(Milestone)
        .where(Milestone.id.in_(matching(words, Kind.MILESTONE)), Milestone.id.in_(promised()))
        .options(joinedload(Milestone.plan).joinedload(Plan.office))
    )
    return db.session.scalars(wanted.order_by(Milestone.id.desc()).limit(FEW_BESIDE)).all()


def _requests(words: str, viewer: Person) -> list[FundingRequest]:
    wanted = (
        select(FundingRequest)
        .where(FundingRequest.id.in_(matching(words, Kind.FUNDING_REQUEST)), FundingRequest.state.in_(HANDED_IN))
        .options(joinedload(FundingRequest.plan).joinedload(Plan.office), defer(FundingRequest.frozen))
    )
    rows = db.session.scalars(wanted.order_by(FundingRequest.id.desc()).limit(MOST_LOOKED_AT))
    return [request for request in rows if funding.can_read(viewer, request)][:FEW_BESIDE]
