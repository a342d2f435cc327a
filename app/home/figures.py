"""The portfolio and the program page: sentences, figures and rows made from data."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from flask_babel import LazyString, ngettext
from flask_babel import gettext as _

from app.accounts.models import Person
from app.champions.models import Cycle
from app.check_ins.policy import widest
from app.check_ins.queries import Blocked
from app.funding.models import FundingRequest, FundingRound
from app.home import asked, waits
from app.home.labels import capped
from app.home.queries import portfolio, program
from app.home.queries.portfolio import Answers, Totals
from app.home.queries.program import Missing
from app.home.row import Row
from app.measures.labels import GRADES, SIGNALS
from app.measures.models import Measure, Signal
from app.measures.queries import Headline, at_no_cost
from app.measures.reasons import in_short
from app.milestones.models import Milestone
from app.offices.models import Office
from app.pain_points.deadlines import holidays_of
from app.pain_points.models import PainPoint
from app.plans.models import PlanVersion
from app.plans.queries.keeper import Kept, without_champion
from app.web import clocks
from app.web.clocks import Clock
from app.web.figures import day, number

Figure = tuple[str, str, str]


@dataclass(frozen=True)
class PortfolioPage:
    """What changed for customers below an office; bad news first."""

    office: Office
    today: date
    headline: str
    rest: str
    figures: list[Figure]
    outcomes: Sequence[Measure]
    requests: Sequence[FundingRequest]
    late: Sequence[Milestone]
    late_count: int
    stale: Sequence[Measure]
    signal_words: dict[Signal, LazyString]
    grades: tuple[LazyString, ...]
    reasons: dict[int, str]


@dataclass(frozen=True)
class ProgramPage:
    """What the program office looks at first."""

    today: date
    figures: list[Figure]
    missing: list[Missing]
    kept: Sequence[Kept]
    nominations: dict[int, int]
    to_judge: list[Row]
    asked: list[Row]
    to_review: Sequence[PlanVersion]
    blocked: Blocked
    late: list[tuple[PainPoint, Clock]]
    cycles: Sequence[Cycle]
    seats: dict[int, tuple[int, int]]
    rounds: Sequence[FundingRound]


def _how_late(reports: Sequence[PainPoint], today: date) -> list[tuple[PainPoint, Clock]]:
    """Each with its clock, in working days as its own page says it."""
    holidays = holidays_of([one.office.path for one in reports], today)
    late = [clocks.due(today, one.received_on, one.answer_due_on, holidays[one.office.path]) for one in reports]
    return [(one, replace(clock, due=None)) for one, clock in zip(reports, late, strict=True)]


def portfolio_page(office: Office, today: date) -> PortfolioPage:
    signals = portfolio.counts_by_signal(office)
    totals = portfolio.totals(office, today)
    answers = portfolio.answers(office, today)
    requests, outcomes = portfolio.waiting_requests(office), portfolio.outcomes(office)
    return PortfolioPage(
        office=office,
        today=today,
        headline=_headline(signals),
        rest=_quiet(signals),
        figures=[*days_saved(at_no_cost(office)), *_portfolio_figures(totals, answers, requests)],
        outcomes=outcomes,
        requests=requests,
        late=portfolio.late_milestones(office, today),
        late_count=totals.late,
        stale=portfolio.stale_measures(office, today),
        signal_words=SIGNALS,
        grades=GRADES,
        reasons={measure.id: in_short(measure, today) for measure in outcomes},
    )


def program_page(person: Person, today: date) -> ProgramPage:
    missing, review, late = program.not_submitted(), program.to_review(), program.late_answers(today)
    around = program.around(widest(person))
    return ProgramPage(
        today=today,
        figures=[
            *days_saved(at_no_cost()),
            (capped(len(missing), program.MOST), _("Nothing submitted yet"), ""),
            (capped(len(review), program.MOST), _("Waiting for your word"), ""),
            (capped(len(late), program.MOST), _("Reports without an answer in time"), ""),
        ],
        missing=missing,
        kept=without_champion(),
        nominations=around.nominations,
        to_judge=waits.to_judge(person, today),
        asked=list(asked.rows(person, today)),
        to_review=review,
        blocked=around.blocked,
        late=_how_late(late, today),
        cycles=program.open_cycles(),
        seats=around.seats,
        rounds=program.open_rounds(),
    )


def _headline(signals: dict[Signal, int]) -> str:
    better, worse = signals.get(Signal.IMPROVING, 0), signals.get(Signal.WORSE, 0)
    if not better and not worse:
        return _("No outcome has moved beyond chance yet.")
    parts = [
        ngettext("%(num)s outcome got worse.", "%(num)s outcomes got worse.", worse) if worse else "",
        ngettext("%(num)s outcome got better.", "%(num)s outcomes got better.", better) if better else "",
    ]
    return " ".join(part for part in parts if part)


def _quiet(signals: dict[Signal, int]) -> str:
    quiet = signals.get(Signal.NONE, 0)
    if not quiet:
        return ""
    return ngettext(
        "%(num)s other moves by chance only, so it is not shown.",
        "The other %(num)s move by chance only, so they are not shown.",
        quiet,
    )


def _portfolio_figures(totals: Totals, answers: Answers, requests: Sequence[FundingRequest]) -> list[Figure]:
    share = f"{round(100 * answers.in_time / answers.answered)}" if answers.answered else "0"
    first = min((request.round.decide_by_on for request in requests), default=None)
    return [
        (number(totals.plans), _("plans are being carried out"), ""),
        (
            capped(len(requests), portfolio.FEW),
            ngettext("request waits for a decision", "requests wait for a decision", len(requests)),
            _first_decision(first),
        ),
        (
            number(totals.late),
            _("promises late, of %(all)s", all=number(totals.promises)),
            _("%(stale)s numbers stale, of %(all)s", stale=number(totals.stale), all=number(totals.numbers)),
        ),
        (
            _("%(share)s of 100", share=number(int(share))),
            _("frontline reports answered in time"),
            _("of the newest %(count)s that were due", count=number(answers.answered)),
        ),
    ]


def days_saved(found: Headline) -> list[Figure]:
    """The program's headline as a figure; nothing while no plan saves or promises days at no cost."""
    if not found.plans and not found.promised_plans:
        return []
    more = _("%(days)s more promised, not shown yet", days=number(found.promised_days)) if found.promised_plans else ""
    return [(number(found.days), _("days saved at no cost"), more)]


def _first_decision(first: date | None) -> str:
    return _("first decision by %(day)s", day=day(first)) if first else ""
