"""Reports from the frontline, written in bulk: rows, replies, sightings, notices, and their entries in the log.

Dates follow the app's own rules (working days, pauses, what an anonymous report may keep); states follow from steps.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import insert, text

from app.accounts.models import Person
from app.core import database, events, workdays
from app.core.events import Happening
from app.demo.steps import Seen, Step, Story
from app.demo.world import World
from app.extensions import Model, db
from app.notices.models import Notice
from app.offices.models import ChannelKind, Office
from app.pain_points import demand
from app.pain_points.models import Customers, Frequency, PainPoint, Reply, ReplyKind, Sighting, Stage, State
from app.pain_points.titles import title_of

STATES = {
    "acknowledged": State.ACKNOWLEDGED,
    "asked": State.NEEDS_FACTS,
    "facts": State.ACKNOWLEDGED,
    "accepted": State.ACCEPTED,
    "declined": State.DECLINED,
    "fixed": State.FIXED,
    "confirmed": State.CONFIRMED,
    "reopened": State.ACCEPTED,
}
ANSWERS = ("accepted", "declined", "fixed")
BY_REPORTER = ("facts", "confirmed", "reopened")
NEWS = timedelta(days=21)
READ = timedelta(days=9)
BATCH = 2000
ACK_DAYS, ANSWER_DAYS, SMALLEST_GROUP = 3, 20, 5


@dataclass
class Intake:
    """Turns stories into rows; `write` saves them. Ids rise with the day of receipt."""

    world: World
    chance: random.Random
    points: list[dict[str, Any]] = field(default_factory=list)
    replies: list[dict[str, Any]] = field(default_factory=list)
    sightings: list[dict[str, Any]] = field(default_factory=list)
    notices: list[dict[str, Any]] = field(default_factory=list)
    numbers: set[int] = field(default_factory=set)
    taken: int = 0

    def write(self, stories: Sequence[Story]) -> None:
        """All reports, the oldest first."""
        for story in sorted(stories, key=lambda one: one.on):
            self._take(story)
        self._flush()

    def _take(self, story: Story) -> None:
        words, office, reporter, on = story.words, story.office, story.reporter, story.on
        self.taken += 1
        at = self._moment(office, on)
        point = PainPoint(
            id=self.taken, lock=1, number=self._number(), salt=self.chance.randbytes(16), office_id=office.id,
            reporter_id=reporter.id if reporter else None, is_anonymous=reporter is None, received_on=on,
            received_at=at if reporter else None, language=office.language, title=title_of(words.happening),
            happening=words.happening, suggestion=words.suggestion, frequency=Frequency(words.often),
            customers=Customers(words.many), channel=ChannelKind(words.channel), stage=Stage(words.stage),
            state=State.RECEIVED, responsible_id=story.responsible.id, smallest_group=SMALLEST_GROUP,
            ack_due_on=workdays.add(on, ACK_DAYS, self.world.holidays),
            answer_due_on=workdays.add(on, ANSWER_DAYS, self.world.holidays),
        )  # fmt: skip
        if story.key:
            self.world.linked.setdefault(story.key, []).append(self.taken)
        digest = events.text_digest(point.happening, point.salt)
        self._note(point, "received", at, reporter, channel=point.channel.value, happening=digest)
        self._notify(story.responsible, point, "pain_point_received", at)
        for step in story.steps:
            at = max(self._moment(office, step.on), at + timedelta(minutes=50))
            self._step(point, step, at)
        demand.store(point, [self._sighting(point, one) for one in story.seen])
        self.points.append(_row(point))

    def _flush(self) -> None:
        """Write everything. On PostgreSQL the counter of ids goes on behind ours."""
        self.notices.sort(key=lambda notice: notice["created_at"])  # people read the newest one first, by its id
        for model, rows in (
            (PainPoint, self.points), (Reply, self.replies), (Sighting, self.sightings), (Notice, self.notices),
        ):  # fmt: skip
            for start in range(0, len(rows), BATCH):
                db.session.execute(insert(db.metadata.tables[model.__tablename__]), rows[start : start + BATCH])
        if not database.is_sqlite(db.session()):
            db.session.execute(
                text("SELECT setval(pg_get_serial_sequence('pain_point', 'id'), :last)"), {"last": self.taken}
            )

    def _step(self, point: PainPoint, step: Step, at: datetime) -> None:
        point.state = STATES[step.kind]
        _keep_dates(point, step, self.world.holidays)
        salt = self.chance.randbytes(16)
        self.replies.append({
            "pain_point_id": point.id, "kind": ReplyKind(step.kind), "author_id": step.by.id if step.by else None,
            "words": step.words, "language": point.language, "written_on": step.on, "salt": salt,
            "written_at": None if point.is_anonymous else at,
        })  # fmt: skip
        verb = "facts_given" if step.kind == "facts" else step.kind
        self._note(point, verb, at, step.by, words=events.text_digest(step.words, salt), state=point.state.value)
        if step.kind not in BY_REPORTER and point.reporter_id:
            self._notify_id(point.reporter_id, point, f"pain_point_{step.kind}", at)

    def _sighting(self, point: PainPoint, seen: Seen) -> Sighting:
        made = Sighting(
            pain_point_id=point.id, person_id=seen.by.id, office_id=seen.by.office_id or point.office_id,
            frequency=Frequency(seen.frequency), customers=Customers(seen.customers), minutes_lost=seen.minutes,
            words=seen.words, seen_on=seen.on, salt=self.chance.randbytes(16),
        )  # fmt: skip
        self.sightings.append(_row(made, without=("id",)))
        office = self.world.offices_by_id[made.office_id]
        codes = {"frequency": seen.frequency, "customers": seen.customers, "minutes": seen.minutes}
        self._note(point, "sighted", self._moment(office, seen.on), seen.by, **codes)
        return made

    def _note(self, point: PainPoint, verb: str, at: datetime, by: Person | None, **data: Any) -> None:
        """As the actions do: where nobody is named, only the day is kept."""
        if by is None:
            at = at.replace(hour=0, minute=0, second=0, microsecond=0)
        self.world.chronicle.note(
            Happening(at, f"pain_point.{verb}", "pain_point", point.id, point.office_id, by.id if by else None, data)
        )

    def _notify(self, person: Person, point: PainPoint, kind: str, at: datetime) -> None:
        if person.id != point.reporter_id:
            self._notify_id(person.id, point, kind, at)

    def _notify_id(self, person_id: int, point: PainPoint, kind: str, at: datetime) -> None:
        """News of the last three weeks; what is older than some days was read."""
        age = self.world.today - at.date()
        if age > NEWS or person_id == (point.responsible_id if kind != "pain_point_received" else None):
            return
        if point.is_anonymous:
            at = at.replace(hour=0, minute=0, second=0, microsecond=0)
        ref = f"PP-{point.number}"
        self.notices.append({
            "person_id": person_id, "kind": kind, "path": f"/pain-points/{ref}", "facts": {"ref": ref},
            "created_at": at, "read_at": at + timedelta(days=1) if age > READ else None,
        })  # fmt: skip

    def _number(self) -> int:
        while (number := 100_000 + self.chance.randrange(9_900_000)) in self.numbers:
            pass
        self.numbers.add(number)
        return number

    def _moment(self, office: Office, on: date) -> datetime:
        """Some minute of the office's working hours."""
        zone = ZoneInfo(self.world.zones[office.id])
        minutes = self.chance.randrange(8 * 60)
        return datetime.combine(on, time(8 + minutes // 60, minutes % 60), zone).astimezone(UTC)


def _keep_dates(point: PainPoint, step: Step, holidays: frozenset[date]) -> None:
    """The first acknowledgement and answer stay; a question stops the clock until its facts come."""
    if step.kind not in BY_REPORTER:
        point.acknowledged_on = point.acknowledged_on or step.on
    if step.kind == "asked":
        point.paused_on = step.on
    elif point.paused_on:
        stood = max(0, workdays.between(point.paused_on, step.on, holidays))
        point.answer_due_on = workdays.add(point.answer_due_on, stood, holidays)
        point.paused_on = None
    if step.kind in ANSWERS:
        point.answered_on = point.answered_on or step.on
    if step.kind in ("fixed", "reopened"):
        point.fixed_on = step.on if step.kind == "fixed" else None


def _row(made: Model, without: Sequence[str] = ()) -> dict[str, Any]:
    """The columns of an object that is not saved as an object."""
    columns = made.__table__.columns.keys()
    return {name: getattr(made, name) for name in columns if name not in without}
