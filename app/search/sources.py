"""Which words of a thing can be searched. Drafts are not: what only a few may read must not be found by others."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Select, select
from sqlalchemy.orm import selectinload

from app.extensions import db
from app.funding.models import FundingRequest
from app.funding.policy import DECIDED, WAITING
from app.milestones.models import Milestone
from app.pain_points.models import PainPoint
from app.plans.models import Plan, PlanVersion, VersionMilestone, VersionState
from app.reports.models import Report, State
from app.search import index
from app.search.index import Kind

READABLE = (VersionState.SUBMITTED, VersionState.ACCEPTED)
HANDED_IN = (*WAITING, *DECIDED)
BATCH = 500


def refresh(kind: Kind, thing_id: int) -> None:
    """Index a thing again after its words or its state changed, in the running transaction; a plan with its milestones,
    which are read once the plan is."""
    _refresh_one(kind, thing_id)
    if kind is Kind.PLAN:
        for milestone_id in db.session.scalars(select(Milestone.id).where(Milestone.plan_id == thing_id)).all():
            _refresh_one(Kind.MILESTONE, milestone_id)


def _refresh_one(kind: Kind, thing_id: int) -> None:
    for number, texts in _READERS[kind](thing_id - 1, 1):
        if number == thing_id:
            index.store(number, texts, kind)
            return
    index.remove(thing_id, kind)


def everything(kind: Kind) -> Iterator[list[tuple[int, Iterable[str]]]]:
    """Every thing with its texts, some hundred at a time, by rising id."""
    last = 0
    while batch := list(_READERS[kind](last, BATCH)):
        yield batch
        last = batch[-1][0]


def _pain_points(after: int, most: int) -> Iterator[tuple[int, Iterable[str]]]:
    wanted = select(PainPoint.id, PainPoint.title, PainPoint.happening, PainPoint.suggestion)
    for row in db.session.execute(wanted.where(PainPoint.id > after).order_by(PainPoint.id).limit(most)):
        yield row.id, (row.title, row.happening, row.suggestion)


def _plans(after: int, most: int) -> Iterator[tuple[int, Iterable[str]]]:
    """The newest version that everyone may read; a plan without one has no words."""
    plans = select(Plan.id).where(Plan.id > after).order_by(Plan.id).limit(most)
    for plan_id in db.session.scalars(plans).all():
        version = db.session.scalar(
            select(PlanVersion)
            .where(PlanVersion.plan_id == plan_id, PlanVersion.state.in_(READABLE))
            .order_by(PlanVersion.number.desc())
            .limit(1)
            .options(selectinload(PlanVersion.sections), selectinload(PlanVersion.changes))
        )
        yield plan_id, _words_of(version) if version else ()


def _words_of(version: PlanVersion) -> list[str]:
    return [section.words for section in version.sections] + [change.what for change in version.changes]


def _reports(after: int, most: int) -> Iterator[tuple[int, Iterable[str]]]:
    wanted = select(Report.id, Report.state, Report.title, Report.went_well, Report.did_not, Report.we_ask)
    for report in db.session.execute(wanted.where(Report.id > after).order_by(Report.id).limit(most)):
        is_readable = report.state is not State.DRAFT
        yield report.id, (report.title, report.went_well, report.did_not, report.we_ask) if is_readable else ()


def readable_plans() -> Select[int]:
    """The ids of plans with a version that everyone may read."""
    return select(PlanVersion.plan_id).where(PlanVersion.state.in_(READABLE))


def promised() -> Select[int]:
    """The ids of milestones that stand in a version that everyone may read."""
    return (
        select(VersionMilestone.milestone_id)
        .join(PlanVersion, PlanVersion.id == VersionMilestone.version_id)
        .where(PlanVersion.state.in_(READABLE))
    )


def _milestones(after: int, most: int) -> Iterator[tuple[int, Iterable[str]]]:
    words = (Milestone.name, Milestone.owner, Milestone.shown_by, Milestone.evidence, Milestone.drop_reason)
    wanted = select(Milestone.id.in_(promised()).label("is_readable"), Milestone.id, *words)
    for is_readable, number, *texts in db.session.execute(
        wanted.where(Milestone.id > after).order_by(Milestone.id).limit(most)
    ):
        yield number, texts if is_readable else ()


def _funding_requests(after: int, most: int) -> Iterator[tuple[int, Iterable[str]]]:
    """Handed in ones. Before they are decided not all may read them: results.py asks."""
    words = (FundingRequest.title, FundingRequest.for_what, FundingRequest.if_no)
    wanted = select(FundingRequest.state, FundingRequest.id, *words).where(FundingRequest.id > after)
    for state, number, *texts in db.session.execute(wanted.order_by(FundingRequest.id).limit(most)):
        yield number, texts if state in HANDED_IN else ()


_READERS = {
    Kind.PAIN_POINT: _pain_points,
    Kind.PLAN: _plans,
    Kind.REPORT: _reports,
    Kind.MILESTONE: _milestones,
    Kind.FUNDING_REQUEST: _funding_requests,
}
