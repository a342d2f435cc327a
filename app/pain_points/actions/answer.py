"""What the responsible person does with a report. Every step carries words that the reporter reads."""

from datetime import datetime

from app.accounts.models import Person
from app.champions.responsibility import responsible_for
from app.core.errors import N_, BrokenRule, NotAllowed
from app.extensions import db
from app.offices.models import Office
from app.pain_points import deadlines, duplicates, messages, policy
from app.pain_points.actions import links
from app.pain_points.actions.say import WordsMissing, is_repeat, note, say
from app.pain_points.deadlines import Calendar
from app.pain_points.models import PainPoint, ReplyKind

KINDS = {
    "acknowledge": ReplyKind.ACKNOWLEDGED,
    "ask": ReplyKind.ASKED,
    "accept": ReplyKind.ACCEPTED,
    "decline": ReplyKind.DECLINED,
    "reroute": ReplyKind.REROUTED,
    "fix": ReplyKind.FIXED,
}
ANSWERING = ("accept", "decline", "fix")


class OfficeMissing(BrokenRule):
    field = "office"
    message = N_("Choose the office that should answer it.")


class SameOffice(BrokenRule):
    field = "office"
    message = N_("It is with this office already. Choose another.")


def answer(step: str, point: PainPoint, words: str, *, by: Person, at: datetime, language: str) -> bool:
    """Acknowledge, ask, accept, decline or fix. False where the very same answer was given just before.

    Raises NotAllowed, WordsMissing, NotNow (the step no longer fits).
    """
    _check(point, words, by)
    if is_repeat(KINDS[step], point, words, by):
        return False
    calendar = deadlines.calendar_of(point.office, at)
    policy.take(step, point)
    _keep_time(step, point, calendar)
    _tell(step, point, words, by=by, at=at, language=language, calendar=calendar)
    if step == "decline":
        links.end_all(point, by=by, at=at, today=calendar.today)
    return True


def reroute(point: PainPoint, office: Office | None, words: str, *, by: Person, at: datetime, language: str) -> bool:
    """Send the report to another office, whose responsible person takes over. The first due dates stay.

    Raises NotAllowed, WordsMissing, OfficeMissing, SameOffice, NotNow.
    """
    _check(point, words, by)
    if is_repeat(ReplyKind.REROUTED, point, words, by):
        return False
    if office is None or office.closed_on is not None:
        raise OfficeMissing
    if office.id == point.office_id:
        raise SameOffice
    calendar = deadlines.calendar_of(point.office, at)
    policy.take("reroute", point)
    before, point.office_id = point.office_id, office.id
    point.responsible_id = responsible_for(office).id
    _tell("reroute", point, words, by=by, at=at, language=language, calendar=calendar, before_id=before)
    messages.tell_responsible(point, "pain_point_received", at)
    return True


def _check(point: PainPoint, words: str, by: Person) -> None:
    if not policy.can_answer(by, point):
        raise NotAllowed
    if not words.strip():
        raise WordsMissing


def _keep_time(step: str, point: PainPoint, calendar: Calendar) -> None:
    """An answer is also an acknowledgement; the first date of each stays for ever."""
    point.acknowledged_on = point.acknowledged_on or calendar.today
    if step == "ask":
        deadlines.pause(point, calendar)
    if step in ANSWERING:
        deadlines.resume(point, calendar)
        point.answered_on = point.answered_on or calendar.today
    if step == "fix":
        point.fixed_on = calendar.today


def _tell(
    step: str,
    point: PainPoint,
    words: str,
    *,
    by: Person,
    at: datetime,
    language: str,
    calendar: Calendar,
    **facts: int,
) -> None:
    kind = KINDS[step]
    db.session.flush()
    reply = say(point, kind, words, by=by, at=at, language=language, calendar=calendar)
    note(kind, point, reply, by=by, at=at, state=point.state, **facts)
    messages.tell_reporter(point, f"pain_point_{kind}", at)
    for twin in duplicates.of(point) if step in ANSWERING else ():
        messages.tell_reporter(twin, f"pain_point_{kind}", at)
