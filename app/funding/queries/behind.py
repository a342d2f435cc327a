"""What stands behind a draft: the plan's version in force, what is proven today, newest numbers. In one question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, select

from app.core import reading, together
from app.core.together import Part
from app.funding import policy
from app.funding.models import FundingRequest, RequestMeasure
from app.funding.queries.evidence import LEAST_GRADE
from app.measures.models import Measure
from app.plans.models import Cost, Plan, PlanChange, PlanVersion, SectionText, VersionMeasure, VersionState

QUOTED = ("outcome", "mission")
"""Texts of the plan that stand in a request."""
_IN_FORCE = (
    select(PlanVersion.id)
    .where(PlanVersion.plan_id == bindparam("plan_id"), PlanVersion.state == VersionState.ACCEPTED)
    .order_by(PlanVersion.number.desc())
    .limit(reading.written(1))
    .scalar_subquery()
)
_DECIDED_OF_OFFICE = (
    select(RequestMeasure.measure_id)
    .join(FundingRequest, FundingRequest.id == RequestMeasure.request_id)
    .join(Plan, Plan.id == FundingRequest.plan_id)
    .where(Plan.office_id == bindparam("office_id"), FundingRequest.state.in_(policy.DECIDED))
)


@dataclass(frozen=True)
class Behind:
    """The version in force: None and 0 where there is none. `proven`: what the draft rests on, as far as it is in that
    version and proven on the day ("M-5"). `newest`: of what decided requests of the office rest on."""

    version_id: int | None
    version_number: int
    words: Mapping[str, str]
    costs: Sequence[Cost]
    proven: frozenset[str]
    newest: Mapping[str, float]


def behind(request: FundingRequest, today: date) -> Behind:
    """Of a draft; `today` decides what is proven. One query, whatever there is."""
    values = {"plan_id": request.plan_id, "request_id": request.id, "office_id": request.plan.office_id}
    found = together.read(PARTS, values)
    version_id, version_number = found["version"]
    return Behind(
        version_id=version_id,
        version_number=version_number,
        words=found["words"],
        costs=found["costs"],
        proven=frozenset(one.ref for one in found["chosen"] if one.grade_on(today) >= LEAST_GRADE),
        newest=found["newest"],
    )


def _version(rows: Sequence[Any]) -> tuple[int | None, int]:
    return (rows[0].id, rows[0].number) if rows else (None, 0)


def _chosen(rows: Sequence[Any]) -> list[Measure]:
    """Only to be asked for their grade on a day; not in the session."""
    return [
        Measure(number=one.number, grade=one.grade, stale_after=one.stale_after, checked_until=one.checked_until)
        for one in rows
    ]


PARTS: dict[str, Part[Any]] = {
    "version": Part(select(PlanVersion.id, PlanVersion.number).where(PlanVersion.id == _IN_FORCE), _version),
    "words": Part(
        select(SectionText.key, SectionText.words).where(
            SectionText.version_id == _IN_FORCE, SectionText.key.in_(QUOTED)
        ),
        lambda rows: {one.key: one.words for one in rows},
    ),
    "costs": Part(
        select(PlanChange.cost).where(PlanChange.version_id == _IN_FORCE), lambda rows: [one.cost for one in rows]
    ),
    "chosen": Part(
        select(Measure.number, Measure.grade, Measure.stale_after, Measure.checked_until)
        .join(RequestMeasure, RequestMeasure.measure_id == Measure.id)
        .join(VersionMeasure, VersionMeasure.measure_id == Measure.id)
        .where(RequestMeasure.request_id == bindparam("request_id"), VersionMeasure.version_id == _IN_FORCE),
        _chosen,
    ),
    "newest": Part(
        select(Measure.number, Measure.latest).where(Measure.latest.is_not(None), Measure.id.in_(_DECIDED_OF_OFFICE)),
        lambda rows: {f"M-{one.number}": float(one.latest) for one in rows},
    ),
}
