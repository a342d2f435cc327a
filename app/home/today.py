"""What needs a champion, deputy or channel owner, as rows: now, this week, when there is time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from flask_babel import gettext as _
from flask_babel import ngettext

from app.accounts.models import Person
from app.home import asked, told
from app.home.labels import capped
from app.home.queries import running_out
from app.home.queries import today as queries
from app.home.queries.today import SeatPlan
from app.home.row import Row, clock
from app.measures.models import Measure
from app.milestones import labels as milestone_labels
from app.milestones.models import Milestone
from app.pain_points.deadlines import holidays_of
from app.pain_points.models import PainPoint, State
from app.plans.models import PlanState, VersionState
from app.plans.policy import REVISABLE
from app.web.figures import day, short_day

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Agenda:
    """The rows in three groups, and the person's plans for the rail."""

    today: date
    now: list[Row]
    this_week: list[Row]
    later: list[Row]
    plans: list[SeatPlan]
    running: int

    @property
    def lead(self) -> str:
        """The page in one sentence."""
        waiting = len(self.this_week) + len(self.later)
        if not self.running and not waiting:
            return _("Nothing needs you today.")
        running = ngettext(
            "%(count)s with a clock running out.", "%(count)s with a clock running out.", self.running,
            count=capped(self.running, running_out.CAP),
        )  # fmt: skip
        rest = ngettext("%(num)s more that can wait.", "%(num)s more that can wait.", waiting)
        return f"{running} {rest}"

    @property
    def is_cut(self) -> bool:
        """More clocks have run out than the page lists: of each kind it shows the first ones."""
        return self.running > len(self.now)


def agenda(person: Person) -> Agenda:
    """All that waits for the person, in a fixed number of queries."""
    today = queries.today_of(person)
    plans = queries.seat_plans(person)
    rows = sorted(_rows(person, today, plans), key=lambda row: (row.due_on, row.title))
    now = [row for row in rows if row.due_on <= today]
    return Agenda(
        today=today,
        now=[replace(row, urgent=number == 0) for number, row in enumerate(now)],
        this_week=[row for row in rows if today < row.due_on <= today + WEEK],
        later=[row for row in rows if row.due_on > today + WEEK],
        plans=plans,
        running=running_out.count(person, today),
    )


def _rows(person: Person, today: date, plans: list[SeatPlan]) -> Iterator[Row]:
    yield from _reports(queries.reports_to_answer(person), today)
    yield from _plans(plans, today)
    plan_ids = [found.plan.id for found in plans if found.plan]
    yield from _milestones(queries.milestones_due(plan_ids, today) if plan_ids else (), today)
    yield from _measures(queries.measures_due(person, today), today)
    yield from asked.rows(person, today)
    yield from told.rows(person, today)


def _reports(reports: Sequence[PainPoint], today: date) -> Iterator[Row]:
    holidays = holidays_of([report.office.path for report in reports], today)
    for report in reports:
        href = f"/pain-points/{report.ref}"
        is_new = report.state is State.RECEIVED
        due_on = report.ack_due_on if is_new else report.answer_due_on
        count = report.sighting_count
        seen = ngettext("%(num)s colleague sees it too.", "%(num)s colleagues see it too.", count) if count else ""
        yield Row(
            due_on=due_on,
            clock=clock(today, report.received_on, due_on, holidays[report.office.path]),
            verb=_("Acknowledge") if is_new else _("Answer"),
            title=report.title,
            title_href=href,
            why=f"{seen} {_answer_by(report)}".strip(),
            action_label=_("Read it") if is_new else _("Answer"),
            action_href=f"{href}#answer",
        )


def _answer_by(report: PainPoint) -> str:
    return _("Answer by %(day)s.", day=short_day(report.answer_due_on))


def _plans(plans: Iterable[SeatPlan], today: date) -> Iterator[Row]:
    for found in plans:
        row = _plan(found, today)
        if row:
            yield row


def _plan(found: SeatPlan, today: date) -> Row | None:
    """The cycle's day is that of the first plan: a further version of a plan in force has no day, as on its page."""
    cycle = found.seat.cycle
    if found.plan is not None and found.plan.state not in REVISABLE:
        return None
    if found.plan is None:
        verb, href, label = _("Start the plan of"), "/my-plan", _("Start")
    elif found.version and found.version.state is VersionState.RETURNED:
        verb, href, label = _("Rework the plan of"), f"/plans/{found.plan.ref}", _("Read why")
    elif found.version and found.version.state is VersionState.DRAFT:
        verb, href, label = _("Finish the plan of"), f"/plans/{found.plan.ref}/edit", _("Write")
    elif found.version and found.version.state is VersionState.IN_CONSULTATION:
        verb, href, label = _("Submit the plan of"), f"/plans/{found.plan.ref}/sign-offs", _("See who agrees")
    else:
        return None
    is_first = found.plan is None or found.plan.state is PlanState.PREPARING
    due = _("%(cycle)s: plans are due on %(day)s.", cycle=cycle.name, day=day(cycle.plan_due_on))
    return Row(
        due_on=cycle.plan_due_on if is_first else date.max,
        clock=clock(today, min(cycle.starts_on, today), cycle.plan_due_on) if is_first else None,
        verb=verb,
        title=found.seat.office.name,
        title_href=href,
        why=due if is_first else cycle.name,
        action_label=label,
        action_href=href,
    )


def _milestones(milestones: Iterable[Milestone], today: date) -> Iterator[Row]:
    for promised in milestones:
        href = f"/plans/{promised.plan.ref}#milestones"
        yield Row(
            due_on=promised.due_on,
            clock=replace(milestone_labels.clock_of(promised, today), due=None),
            verb=_("Reach"),
            title=promised.name,
            title_href=href,
            why=_milestone_why(promised),
            action_label=_("Update"),
            action_href=f"/plans/{promised.plan.ref}/milestones/{promised.id}",
        )


def _milestone_why(promised: Milestone) -> str:
    owner = _("%(owner)s owns it.", owner=promised.owner) if promised.owner else ""
    moved = promised.due_on != promised.first_due_on
    first = _("First promised %(day)s.", day=short_day(promised.first_due_on)) if moved else ""
    return " ".join(part for part in (owner, first) if part)


def _measures(measures: Iterable[Measure], today: date) -> Iterator[Row]:
    for measure in measures:
        due_on = measure.stale_after or today
        href = f"/measures/{measure.ref}"
        last = measure.latest_end
        newest = _("Last number: %(day)s.", day=day(last)) if last else _("No number yet.")
        warning = _("After its day it shows as stale wherever it is used.")
        yield Row(
            due_on=due_on,
            clock=clock(today, measure.latest_end or today, due_on),
            verb=_("Enter the number for"),
            title=measure.name,
            title_href=href,
            why=f"{newest} {warning}",
            action_label=_("Enter"),
            action_href=f"{href}#enter",
        )
