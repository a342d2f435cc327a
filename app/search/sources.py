"""Which words of a thing can be searched. Drafts are not: what only a few may read must not be found by others."""

from collections.abc import Iterable, Iterator

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from app.extensions import db
from app.pain_points.models import PainPoint
from app.plans.models import Plan, PlanVersion, VersionState
from app.reports.models import Report, State
from app.search import index
from app.search.index import Kind

READABLE = (VersionState.SUBMITTED, VersionState.ACCEPTED)
BATCH = 500


def refresh(kind: Kind, thing_id: int) -> None:
    """Index a thing again after its words or its state changed, in the running transaction."""
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


_READERS = {Kind.PAIN_POINT: _pain_points, Kind.PLAN: _plans, Kind.REPORT: _reports}
