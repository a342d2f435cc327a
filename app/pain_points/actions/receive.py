"""A report comes in: dates set, someone responsible, words indexed, that person told."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from app.accounts.models import Person
from app.champions.responsibility import responsible_for
from app.core import events
from app.core.errors import N_, BrokenRule
from app.extensions import db
from app.offices.models import ChannelKind, Office
from app.pain_points import deadlines, demand, messages
from app.pain_points.models import Customers, Frequency, PainPoint, Stage
from app.pain_points.titles import title_of
from app.search import index

SMALLEST_NUMBER, NUMBERS = 100_000, 9_900_000
FIRST_DAY, PLACES = date(2020, 1, 1), 100_000  # places of one day; the last day that fits a column is in 2078


class AnonymousRefused(BrokenRule):
    field = "who"
    message = N_("This office takes reports with a name only. Sign in to send yours.")


class OfficeClosed(BrokenRule):
    message = N_("This office has closed. Choose the office that does its work now.")


@dataclass(frozen=True)
class Given:
    """What a reporter wrote and chose. `minutes_lost` is what each customer loses, if known; `language` the page's."""

    happening: str
    frequency: Frequency
    customers: Customers
    channel: ChannelKind
    stage: Stage | None
    suggestion: str
    language: str
    minutes_lost: int | None = None


def receive(
    office: Office,
    given: Given,
    *,
    by: Person | None,
    at: datetime,
    submission_key: str | None = None,
    receipt_hash: str | None = None,
) -> PainPoint:
    """Take a report in. `by` None: anonymous, and then no person and no instant is kept, only the day.

    Raises AnonymousRefused where the office's rules want a name, OfficeClosed, NobodyResponsible.
    """
    calendar = deadlines.calendar_of(office, at)
    if by is None and not calendar.rules.anonymous_allowed:
        raise AnonymousRefused
    if office.closed_on is not None and office.closed_on <= calendar.today:
        raise OfficeClosed
    point = PainPoint(
        id=_free_place(calendar.today), number=_free_number(), office_id=office.id, reporter_id=by.id if by else None,
        is_anonymous=by is None, received_at=at if by else None, submission_key=submission_key,
        receipt_hash=receipt_hash, language=given.language, title=title_of(given.happening), happening=given.happening,
        suggestion=given.suggestion, frequency=given.frequency, customers=given.customers, channel=given.channel,
        stage=given.stage, minutes_lost=given.minutes_lost, responsible_id=responsible_for(office).id,
    )  # fmt: skip
    deadlines.set_dates(point, calendar)
    demand.store(point, ())
    db.session.add(point)
    db.session.flush()
    _note(point, by, at)
    return point


def _note(point: PainPoint, by: Person | None, at: datetime) -> None:
    events.record(
        "pain_point.received", point, by=by, at=at, office_id=point.office_id, day_only=point.is_anonymous,
        channel=point.channel, happening=events.text_digest(point.happening, point.salt),
    )  # fmt: skip
    index.store(point.id, (point.title, point.happening, point.suggestion))
    messages.tell_responsible(point, "pain_point_received", at)


def _free_number() -> int:
    """Random, since a running number between two signed-in reports would tell the time."""
    while True:
        number = SMALLEST_NUMBER + secrets.randbelow(NUMBERS)
        if db.session.scalar(select(PainPoint.id).where(PainPoint.number == number)) is None:
            return number


def _free_place(day: date) -> int:
    """Newest first is by id, so ids rise from day to day, but within a day a list must not tell who came after whom."""
    while True:
        place = (day - FIRST_DAY).days * PLACES + secrets.randbelow(PLACES)
        if db.session.get(PainPoint, place) is None:
            return place
