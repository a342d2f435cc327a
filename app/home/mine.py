"""A colleague's reports as rows: what was said, where it stands, what was answered, what is asked of them. Whoever is
selected as champion finds the seat here, before they have any other page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from flask_babel import LazyString
from flask_babel import gettext as _

from app.accounts.models import Person
from app.core import clock
from app.home import waits
from app.home.queries import mine as queries
from app.home.queries.today import today_of
from app.home.row import Row as Asked
from app.pain_points.deadlines import holidays_of
from app.pain_points.labels import STATES
from app.pain_points.models import PainPoint, ReplyKind, State
from app.web import clocks
from app.web.clocks import Clock

ANSWERS = (
    ReplyKind.ACCEPTED,
    ReplyKind.DECLINED,
    ReplyKind.FIXED,
    ReplyKind.ASKED,
    ReplyKind.REROUTED,
    ReplyKind.DUPLICATE,
)


@dataclass(frozen=True)
class Row:
    report: PainPoint
    href: str
    clock: Clock
    state: LazyString
    asks: str
    answer: str
    answered_by: str
    is_unread: bool


@dataclass(frozen=True)
class Page:
    asked: list[Asked]
    rows: list[Row]
    fixed: Sequence[PainPoint]


def page(person: Person) -> Page:
    """A seat that is offered comes first, then unread answers, then the newest."""
    unread = queries.unread_paths(person)
    today = today_of(person)
    reports = queries.reports(person)
    holidays = holidays_of([report.office.path for report in reports], today)
    rows = [_row(one, unread, _clock(one, today, holidays[one.office.path])) for one in reports]
    by_news = sorted(rows, key=lambda row: not row.is_unread)
    return Page(waits.to_answer(person, today), by_news, fixed_rows(person))


def fixed_rows(person: Person, most: int = 8) -> Sequence[PainPoint]:
    return queries.fixed(person.office, queries.a_year_before(clock.today()), most)


def _row(report: PainPoint, unread: set[str], clock_of_it: Clock) -> Row:
    answer = next((reply for reply in reversed(report.replies) if reply.kind in ANSWERS), None)
    href = f"/pain-points/{report.ref}"
    return Row(
        report=report,
        href=href,
        clock=clock_of_it,
        state=STATES[report.state],
        asks=_asked(report),
        answer=answer.words if answer else "",
        answered_by=answer.author.name if answer and answer.author else "",
        is_unread=href in unread,
    )


def _asked(report: PainPoint) -> str:
    """What only the reporter can say, as the words of a button."""
    if report.state is State.NEEDS_FACTS:
        return _("Send the facts")
    return _("Say whether it is fixed") if report.state is State.FIXED else ""


def _clock(report: PainPoint, today: date, holidays: frozenset[date]) -> Clock:
    if report.answered_on:
        return clocks.done(report.received_on, report.answered_on, holidays)
    if report.state is State.NEEDS_FACTS:
        return clocks.paused(_("waits for you"))
    return replace(clocks.due(today, report.received_on, report.answer_due_on, holidays), due=None)
