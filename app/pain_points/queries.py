"""Reading one report and what hangs on it. The list is in lists.py; other pages ask for their own short lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session, aliased, joinedload

from app.accounts.models import Person
from app.core import reading
from app.core.events import until_something_happens
from app.extensions import db
from app.offices.models import Office
from app.pain_points.models import PainPoint, PlanLink, Reply, Sighting

StoryRow = Row[Any]
BY_NUMBER = select(PainPoint).where(PainPoint.number == bindparam("number")).options(joinedload(PainPoint.office))
Reporter, Responsible = aliased(Person), aliased(Person)
SHOWN = (
    BY_NUMBER.add_columns(Reporter.name.label("reporter_name"), Responsible.name.label("responsible_name"))
    .outerjoin(Reporter, Reporter.id == PainPoint.reporter_id)
    .join(Responsible, Responsible.id == PainPoint.responsible_id)
)
REPLIES = (
    select(
        Reply.kind, Reply.author_id, Reply.words, Reply.written_on, Reply.written_at,
        Person.name.label("author_name"),
    )
    .outerjoin(Person, Person.id == Reply.author_id)
    .where(Reply.pain_point_id == bindparam("point"))
    .order_by(Reply.id)
)  # fmt: skip
SIGHTINGS = (
    select(
        Sighting.person_id, Sighting.frequency, Sighting.customers, Sighting.minutes_lost, Sighting.words,
        Sighting.seen_on, Person.name.label("person_name"), Office.name.label("office_name"),
    )
    .join(Person, Person.id == Sighting.person_id)
    .join(Office, Office.id == Sighting.office_id)
    .where(Sighting.pain_point_id == bindparam("point"))
    .order_by(Sighting.seen_on, Sighting.id)
)  # fmt: skip
LINKS = (
    select(PlanLink.id, PlanLink.plan_id, PlanLink.from_on, PlanLink.to_on)
    .where(PlanLink.pain_point_id == bindparam("point"))
    .order_by(PlanLink.id)
)
MERGED = (
    select(
        PainPoint.number, PainPoint.frequency, PainPoint.customers, PainPoint.minutes_lost, PainPoint.received_on,
        PainPoint.answered_on,
    )
    .where(PainPoint.duplicate_of_id == bindparam("point"))
    .order_by(PainPoint.id)
)  # fmt: skip


@dataclass(frozen=True)
class Around:
    """What hangs on a report, each oldest first: `replies` with `author_name` (None for a reporter without one),
    `sightings` with `person_name` and `office_name`, every plan it is or was in (`links`), and what was `merged` into
    it."""

    replies: Sequence[StoryRow]
    sightings: Sequence[StoryRow]
    links: Sequence[StoryRow]
    merged: Sequence[StoryRow]


@until_something_happens
def around(point_id: int) -> Around:
    """Everyone reads the same of a report."""
    asked = {"point": point_id}
    return Around(*(reading.rows(question, asked) for question in (REPLIES, SIGHTINGS, LINKS, MERGED)))


def get(number: int) -> PainPoint | None:
    """A report by its public number, with its office. Everyone signed in may see it."""
    return db.session.scalar(BY_NUMBER, {"number": number})


@until_something_happens
def shown(number: int) -> StoryRow | None:
    """The same with `reporter_name` (None where nobody gave one) and `responsible_name` beside the PainPoint, which is
    of no session: pages read it, nobody writes in it."""
    with Session(db.engine) as apart:
        return apart.execute(SHOWN, {"number": number}).one_or_none()


def get_for_change(number: int) -> PainPoint | None:
    """The same inside a transaction that decides on it: others wait until it has."""
    return db.session.scalar(select(PainPoint).where(PainPoint.number == number).with_for_update())


def by_receipt(receipt_hash: str, *, for_change: bool = False) -> PainPoint | None:
    """An anonymous report by the hash of its four words."""
    found = select(PainPoint).where(PainPoint.receipt_hash == receipt_hash)
    return db.session.scalar(found.with_for_update() if for_change else found)


def by_submission(key: str) -> PainPoint | None:
    """The report that this sending of the form made already."""
    return db.session.scalar(select(PainPoint).where(PainPoint.submission_key == key))


def same_from(reporter: Person, office: Office, texts: tuple[str, str], day: date) -> PainPoint | None:
    """The first report with the same texts (happening, suggestion) that this person sent to the office on that day of
    the office's; never an anonymous one."""
    return db.session.scalar(
        select(PainPoint)
        .where(
            PainPoint.reporter_id == reporter.id, PainPoint.office_id == office.id, PainPoint.received_on == day,
            PainPoint.happening == texts[0], PainPoint.suggestion == texts[1],
        )
        .order_by(PainPoint.received_at)
        .limit(1)
    )  # fmt: skip


def replies(point: PainPoint) -> Sequence[StoryRow]:
    """Oldest first, with the name of who wrote them (`author_name`, None for the reporter without one)."""
    return around(point.id).replies


def link(link_id: int) -> PlanLink | None:
    return db.session.get(PlanLink, link_id)
