"""First pages by role, what the office fixed, health, and the pages that explain the house."""

from flask import Blueprint, Response, g, redirect, render_template
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.wrappers import Response as Redirect

from app.accounts.labels import FRONTLINE
from app.accounts.models import Person, Role
from app.champions import queries as cycles
from app.check_ins import labels as blocker_labels
from app.core import clock
from app.core.migrated import is_migrated
from app.extensions import db
from app.home import cohort, mine, navigation, today
from app.home.about import topic as topic_of
from app.home.figures import portfolio_page, program_page
from app.home.queries import today as today_queries
from app.home.queries.today import today_of
from app.offices import queries as offices
from app.offices.days import today_at
from app.offices.models import Office
from app.pain_points import thanks
from app.plans.labels import title_of, titled
from app.web import access

bp = Blueprint("home", __name__)


@bp.get("/")
@access.public
def index() -> str | Redirect:
    """The first page of the person's most pressing role; the door for everyone else."""
    person = access.viewer_or_none()
    if person is None:
        return render_template("home/door.html")
    return redirect(navigation.tabs(person)[0].href if not _is_frontline(person) else "/my-reports", 303)


@bp.get("/today")
@access.signed_in
def show_today() -> str:
    """What needs a champion, deputy or channel owner."""
    person = access.viewer()
    agenda = today.agenda(person)
    g.clocks_running_out = agenda.running  # the tab shows the page's own number
    touching = today_queries.plans_on_my_channels(person) if person.is_channel_owner else []
    return render_template("home/today.html", agenda=agenda, touching=touching, title_of=title_of)


@bp.get("/my-plan")
@access.signed_in
def show_my_plan() -> str | Redirect:
    """The plan of the person's seat; where it is not begun, what starts it; a short list where there are several."""
    seats = today_queries.seat_plans(access.viewer())
    writing = today_queries.written_along(access.viewer())
    begun = [*(one.plan for one in seats if one.plan), *writing]
    if len(begun) == len(seats) + len(writing) == 1:
        return redirect(f"/plans/{begun[0].ref}", 303)
    return render_template("home/my_plan.html", seats=seats, writing=writing, title_of=title_of)


@bp.get("/my-reports")
@access.signed_in
def index_mine() -> str:
    """A colleague's own reports with their answers, unread first, and what the office fixed."""
    return render_template("home/mine.html", mine=mine.page(access.viewer()))


@bp.get("/fixed")
@access.signed_in
def index_fixed() -> str:
    """What was fixed in a year, in one's own office or, without one, in the agency."""
    person = access.viewer()
    rows = mine.fixed_rows(person, most=50)
    credit = thanks.of([row.id for row in rows])
    return render_template("home/fixed.html", rows=rows, credit=credit, office=person.office)


@bp.get("/cycles/<int(max=2147483647):cycle_id>/cohort")
@access.signed_in
def show_cohort(cycle_id: int) -> str:
    """The people of a cycle, their plans, and what they fixed."""
    page = cohort.of(access.found(cycles.get_cycle(cycle_id)))
    return render_template("champions/cohort.html", cohort=page, titled=titled)


@bp.get("/portfolio")
@access.roles(Role.LEADER, Role.SPONSOR, Role.PROGRAM_OFFICE, Role.AUDITOR)
def show_portfolio() -> str:
    """What changed for customers, below the office that the person answers for."""
    office = access.found(_office_of(access.viewer()))
    return render_template("home/portfolio.html", page=portfolio_page(office, today_at(office, clock.now())))


@bp.get("/program")
@access.roles(Role.PROGRAM_OFFICE)
def show_program() -> str:
    """Who has not submitted, what waits for a word, what is blocked, reports without an answer, the next dates."""
    page = program_page(access.viewer(), today_of(access.viewer()))
    return render_template("home/program.html", page=page, blocker_labels=blocker_labels, title_of=title_of)


@bp.get("/about/<topic>")
@access.public
def show_about(topic: str) -> str:
    """How figures are made, who can see what, accessibility."""
    return render_template("home/about.html", topic=access.found(topic_of(topic)))


@bp.get("/healthz")
@access.public
def health() -> Response:
    """The process answers."""
    return Response("ok\n", mimetype="text/plain")


@bp.get("/readyz")
@access.public
def readiness() -> Response:
    """The database answers and has been migrated; else 503 with one line for whoever watches."""
    try:
        is_ready, words = is_migrated(db.session()), "the database is not migrated"
    except SQLAlchemyError:
        is_ready, words = False, "the database does not answer"
    return Response("ready\n" if is_ready else f"{words}\n", 200 if is_ready else 503, mimetype="text/plain")


def _is_frontline(person: Person) -> bool:
    return navigation.roles_of(person) == [FRONTLINE]


def _office_of(person: Person) -> Office | None:
    """The office that a leader, sponsor, program office or auditor looks at: the highest one granted."""
    watching = (Role.LEADER, Role.SPONSOR, Role.PROGRAM_OFFICE, Role.AUDITOR)
    held = [right.office for right in person.rights.held if right.role in watching]
    return offices.get(min(held, key=lambda office: len(office.path)).id) if held else offices.root()
