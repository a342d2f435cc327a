"""Reading nominations, criteria and scores. Nothing here writes."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import aliased, joinedload, selectinload

from app.accounts.models import Person
from app.champions.models import Cycle
from app.champions.nominations import policy
from app.champions.nominations.models import (
    Assessment,
    Conflict,
    Criterion,
    Endorsement,
    Nomination,
    NominationState,
    Score,
)
from app.extensions import db
from app.offices.models import Office
from app.offices.queries import subtree_ids

MOST = 2_000
MOST_NEAR = 100


@dataclass(frozen=True)
class Standing:
    """What the scores say: the mean of all points that count (1 to 5), and how many people gave them."""

    mean: float | None
    scorers: int


@dataclass(frozen=True)
class Line:
    """One nomination in the program office's list."""

    number: int
    state: NominationState
    nominee_id: int
    nominee: str
    office: str
    office_path: str
    endorsements: int
    is_known: bool
    standing: Standing

    @property
    def path(self) -> str:
        """Where its office lies, as policy asks it of a thing on the tree."""
        return self.office_path


def get_visible(number: int, viewer: Person) -> Nomination | None:
    """The nomination with its people and their words, in three questions; None where the viewer may not read it."""
    found = db.session.scalar(
        select(Nomination)
        .where(Nomination.number == number)
        .options(
            joinedload(Nomination.cycle), joinedload(Nomination.office), joinedload(Nomination.nominee),
            joinedload(Nomination.nominator), joinedload(Nomination.decided_by),
            selectinload(Nomination.endorsements).joinedload(Endorsement.person).joinedload(Person.office),
            selectinload(Nomination.conflicts).joinedload(Conflict.person),
        )
    )  # fmt: skip
    return found if found and policy.can_read(viewer, found) else None


def lines(cycle: Cycle) -> list[Line]:
    """All that were submitted in a cycle, the best scored first, then the newest."""
    points, nominee = _points().subquery(), aliased(Person)
    endorsed = (
        select(func.count()).where(Endorsement.nomination_id == Nomination.id).correlate(Nomination).scalar_subquery()
    )
    rows = db.session.execute(
        select(
            Nomination.number, Nomination.state, Nomination.nominee_id, Nomination.shortlisted_at, nominee.name,
            Office.name.label("office"), Office.path,
            endorsed.label("endorsements"), points.c.mean, points.c.scorers,
        )
        .join(nominee, nominee.id == Nomination.nominee_id)
        .join(Office, Office.id == Nomination.office_id)
        .outerjoin(points, points.c.nomination_id == Nomination.id)
        .where(Nomination.cycle_id == cycle.id, Nomination.state != NominationState.DRAFT)
        .order_by(func.coalesce(points.c.mean, 0).desc(), Nomination.number.desc())
        .limit(MOST)
    )  # fmt: skip
    return [
        Line(
            row.number, row.state, row.nominee_id, row.name, row.office, row.path, row.endorsements,
            row.shortlisted_at is not None, Standing(_float(row.mean), row.scorers or 0),
        )
        for row in rows
    ]  # fmt: skip


def too_near(viewer: Person, cycle: Cycle) -> frozenset[int]:
    """Numbers of nominations whose scores are not for this person, as policy.is_partial has it."""
    mine = (
        Nomination.nominee_id == viewer.id,
        Nomination.nominator_id == viewer.id,
        exists().where(Endorsement.nomination_id == Nomination.id, Endorsement.person_id == viewer.id),
        exists().where(Conflict.nomination_id == Nomination.id, Conflict.person_id == viewer.id),
    )
    return frozenset(db.session.scalars(select(Nomination.number).where(Nomination.cycle_id == cycle.id, or_(*mine))))


def near(viewer: Person, cycle: Cycle) -> Sequence[Nomination]:
    """What the viewer wrote or is told of, and what is open for a word from a colleague of the same office."""
    own = or_(
        Nomination.nominator_id == viewer.id,
        and_(Nomination.nominee_id == viewer.id, Nomination.shortlisted_at.is_not(None)),
        and_(
            Nomination.state != NominationState.DRAFT,
            Nomination.nominee_id != viewer.id,
            or_(
                exists().where(Endorsement.nomination_id == Nomination.id, Endorsement.person_id == viewer.id),
                and_(Nomination.state.in_(policy.OPEN), _is_near(viewer)),
            ),
        ),
    )
    people = (joinedload(Nomination.office), joinedload(Nomination.nominee), joinedload(Nomination.nominator))
    return db.session.scalars(
        select(Nomination)
        .where(Nomination.cycle_id == cycle.id, own)
        .options(*people)
        .order_by(Nomination.number.desc())
        .limit(MOST_NEAR)
    ).all()


def criteria(cycle: Cycle) -> Sequence[Criterion]:
    """In their order; none where nobody has written them yet (labels.CRITERIA are then shown)."""
    return db.session.scalars(
        select(Criterion).where(Criterion.cycle_id == cycle.id).order_by(Criterion.position)
    ).all()


def is_scored(cycle: Cycle) -> bool:
    given = select(Score.id).join(Criterion, Criterion.id == Score.criterion_id).where(Criterion.cycle_id == cycle.id)
    return db.session.scalar(given.limit(1)) is not None


def assessments(nomination: Nomination) -> Sequence[Assessment]:
    """Of all scorers, in two questions; those of who declared a conflict too, which do not count."""
    return db.session.scalars(
        select(Assessment)
        .where(Assessment.nomination_id == nomination.id)
        .options(joinedload(Assessment.scorer), selectinload(Assessment.scores))
        .order_by(Assessment.id)
    ).all()


def assessment_of(nomination: Nomination, scorer: Person) -> Assessment | None:
    return db.session.scalar(
        select(Assessment)
        .where(Assessment.nomination_id == nomination.id, Assessment.scorer_id == scorer.id)
        .options(selectinload(Assessment.scores))
    )


def standing_of(nomination: Nomination) -> Standing:
    row = db.session.execute(_points().where(Assessment.nomination_id == nomination.id)).one_or_none()
    return Standing(_float(row.mean), row.scorers) if row else Standing(None, 0)


def _is_near(viewer: Person) -> ColumnElement[bool]:
    """In the viewer's office, below it, or above it."""
    if viewer.office is None:
        return Nomination.nominator_id == viewer.id
    above = viewer.office.ancestor_ids[1:]  # the agency itself is near to everyone
    return or_(Nomination.office_id.in_(subtree_ids(viewer.office)), Nomination.office_id.in_(above))


def _points() -> Select[int, float, int]:
    """Mean and number of scorers by nomination; who declared a conflict or endorsed it since does not count."""
    declared = exists().where(
        Conflict.nomination_id == Assessment.nomination_id, Conflict.person_id == Assessment.scorer_id
    )
    endorsed = exists().where(
        Endorsement.nomination_id == Assessment.nomination_id, Endorsement.person_id == Assessment.scorer_id
    )
    return (
        select(
            Assessment.nomination_id,
            func.avg(Score.points * 1.0).label("mean"),
            func.count(Assessment.scorer_id.distinct()).label("scorers"),
        )
        .join(Score, Score.assessment_id == Assessment.id)
        .where(~declared, ~endorsed)
        .group_by(Assessment.nomination_id)
    )


def _float(value: object) -> float | None:
    return None if value is None else float(str(value))
