"""A report's story as people read it, and its clock. Who may see names is decided by policy; here it is only obeyed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext

from app.core import clock
from app.offices.days import local
from app.pain_points import labels, policy
from app.pain_points.models import PainPoint, ReplyKind, State
from app.pain_points.queries import StoryRow
from app.web import clocks, figures
from app.web.story import Entry

BY_REPORTER = (ReplyKind.FACTS, ReplyKind.CONFIRMED, ReplyKind.REOPENED)
ANSWERED = (ReplyKind.ACCEPTED, ReplyKind.DECLINED, ReplyKind.FIXED)


@dataclass(frozen=True)
class Told:
    """Everything a story is made of: the report, the rows of queries.py, and the public numbers of its plans.

    `merged` were merged into this report; it was merged into `original`, and `answers` were given there.
    """

    point: PainPoint
    reporter_name: str | None = None
    replies: Sequence[StoryRow] = ()
    sightings: Sequence[StoryRow] = ()
    links: Sequence[StoryRow] = ()
    plan_numbers: Mapping[int, int] = field(default_factory=dict)
    merged: Sequence[StoryRow] = ()
    original: PainPoint | None = None
    answers: Sequence[StoryRow] = ()


def story(told: Told, *, sees_names: bool) -> list[Entry]:
    """Oldest first; on the same day in the order of receipt, replies, sightings, links."""
    found = _receipt(told.point, told.reporter_name if sees_names else None)
    found += [_reply(told.point, reply, sees_names) for reply in told.replies]
    found += _sightings(told.sightings, sees_names)
    found += [entry for one in told.links for entry in _link(one, told.plan_numbers[one.plan_id])]
    found += [_merged(one) for one in told.merged]
    if told.original is not None:
        found += _elsewhere(told.point, told.original, told.answers)
    return sorted(found, key=lambda entry: entry.on)


def clock_of(row: Any, today: date, holidays: frozenset[date] = frozenset()) -> clocks.Clock:
    """The clock that runs now: to be read, then to be answered. `row` is a report or a row of the list."""
    if row.state == State.FIXED:
        return clocks.paused(_("waits for confirmation"))
    if row.answered_on is not None:
        return clocks.done(row.received_on, row.answered_on, holidays)
    if row.state in policy.CLOSED:
        return clocks.paused(_("answered elsewhere"))
    if row.paused_on is not None:
        return clocks.paused(_("waits for the reporter"))
    if row.acknowledged_on is None and row.ack_due_on < row.answer_due_on:
        return _to_read(clocks.due(today, row.received_on, row.ack_due_on, holidays))
    return clocks.due(today, row.received_on, row.answer_due_on, holidays)


@lru_cache(maxsize=512)
def _to_read(clock: clocks.Clock) -> clocks.Clock:
    """The clock's own words tell the language."""
    return replace(clock, label=_("to read: %(clock)s", clock=clock.label))


def _receipt(point: PainPoint, reporter_name: str | None) -> list[Entry]:
    who = _("%(who)s, %(office)s", who=reporter_name or _("A colleague"), office=point.office.name)
    when = _hour(point, point.received_on, point.received_at)
    what = _("anonymous") if point.is_anonymous else ""
    found = [Entry(point.received_on, when, who, what, point.happening)]
    if point.suggestion:
        found.append(Entry(point.received_on, "", _("What they would try"), "", point.suggestion))
    return found


def _reply(point: PainPoint, reply: StoryRow, sees_names: bool) -> Entry:
    is_answer = reply.kind not in BY_REPORTER
    who = _("The reporter")
    if reply.author_name is not None and (is_answer or sees_names):
        who = reply.author_name
    what = str(labels.REPLIES[reply.kind])
    if is_answer and reply.author_id == point.reporter_id and sees_names:
        what = _("%(what)s, and reported it too", what=what)
    return Entry(reply.written_on, _hour(point, reply.written_on, reply.written_at), who, what, reply.words)


def _sightings(sightings: Sequence[StoryRow], sees_names: bool) -> list[Entry]:
    """One line each for those who may see who it was; for others one line for all."""
    if not sees_names and sightings:
        newest = max(sighting.seen_on for sighting in sightings)
        what = ngettext("%(num)s colleague sees it too.", "%(num)s colleagues see it too.", len(sightings))
        return [Entry(newest, _when(newest), "", what, kind="noted")]
    return [
        Entry(
            one.seen_on, _when(one.seen_on),
            _("%(who)s, %(office)s", who=one.person_name, office=one.office_name),
            _how_much(one), one.words, "noted",
        )
        for one in sightings
    ]  # fmt: skip


def _how_much(seen: StoryRow) -> str:
    facts: dict[str, Any] = {"often": labels.FREQUENCIES[seen.frequency], "many": labels.CUSTOMERS[seen.customers]}
    if seen.minutes_lost is None:
        return _("sees it too: %(often)s, customers: %(many)s.", **facts)
    facts["minutes"] = seen.minutes_lost
    return _("sees it too: %(often)s, customers: %(many)s, minutes lost: %(minutes)s.", **facts)


def _link(found: StoryRow, number: int) -> list[Entry]:
    name, href = _("plan %(ref)s", ref=f"P-{number}"), f"/plans/P-{number}"
    entries = [Entry(found.from_on, _when(found.from_on), "", _("Put into %(plan)s.", plan=name), "", "noted", href)]
    if found.to_on:
        entries.append(Entry(found.to_on, _when(found.to_on), "", _("Left %(plan)s.", plan=name), "", "noted"))
    return entries


def _merged(twin: StoryRow) -> Entry:
    on = twin.answered_on or twin.received_on
    what = _("%(ref)s says the same and counts here too.", ref=f"PP-{twin.number}")
    return Entry(on, _when(on), "", what, kind="noted", detail_href=f"/pain-points/PP-{twin.number}")


def _elsewhere(point: PainPoint, original: PainPoint, answers: Sequence[StoryRow]) -> list[Entry]:
    """Which report it was merged into, and what was answered there: its reporter reads that here."""
    on = point.answered_on or point.received_on
    what = _("Merged into %(ref)s. Answers that are given there stand here too.", ref=original.ref)
    found = [Entry(on, _when(on), "", what, original.title, "noted", f"/pain-points/{original.ref}")]
    for reply in answers:
        if reply.kind in ANSWERED:
            said = _("%(what)s, on %(ref)s", what=labels.REPLIES[reply.kind], ref=original.ref)
            who = reply.author_name or _("Who answers")
            found.append(Entry(reply.written_on, _when(reply.written_on), who, said, reply.words))
    return found


def _hour(point: PainPoint, on: date, at: datetime | None) -> str:
    """The hour by the clocks at the report's office, as the day is; none where it would tell who it was."""
    return f"{_when(on)} {figures.formats().digits(local(point.office, at).strftime('%H:%M'))}" if at else _when(on)


def _when(on: date) -> str:
    return figures.short_day(on) if on.year == clock.today().year else figures.day(on)
