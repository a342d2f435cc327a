"""The log for those who check, and the jobs that were given up for those who run the house."""

from collections.abc import Collection, Iterator
from datetime import date

from flask import Blueprint, Response, flash, redirect, render_template, request, stream_with_context, url_for
from flask_babel import gettext as _
from sqlalchemy import select
from werkzeug.wrappers import Response as Redirect

from app.accounts.models import Person, Role
from app.audit import histories, queries, things
from app.audit.lines import as_csv, lines_of
from app.audit.queries import Filters
from app.audit.verbs import VERBS
from app.core import jobs
from app.core.database import transaction
from app.core.events import Event
from app.core.keyset import Slice
from app.core.row_numbers import row_number
from app.extensions import db
from app.offices import finding
from app.offices.finding import Sought
from app.offices.places import Place
from app.web import access
from app.web.pages import pager

bp = Blueprint("audit", __name__)

READERS = (Role.AUDITOR, Role.PROGRAM_OFFICE, Role.ADMINISTRATOR)


@bp.get("/events")
@access.roles(*READERS)
def index() -> str:
    sought = _sought()
    filters, unknown = _filters(sought)
    found = Slice[Event](()) if unknown else queries.page(filters, _number("after"), _number("before"))
    return render_template(
        "audit/events.html", lines=lines_of(found.rows), pages=pager(found), asked=request.args, verbs=VERBS,
        sought=sought, unknown=unknown, csv_href="/events.csv?" + request.query_string.decode("ascii", "ignore"),
    )  # fmt: skip


@bp.get("/events.csv")
@access.roles(*READERS)
def export() -> Response:
    """The whole selection, streamed."""
    filters, unknown = _filters(_sought())
    batches = iter(()) if unknown else queries.everything(filters)

    def text() -> Iterator[str]:
        yield from as_csv(batches)

    answer = Response(stream_with_context(text()), mimetype="text/csv")
    answer.headers["Content-Disposition"] = 'attachment; filename="events.csv"'
    answer.headers["Cache-Control"] = "no-store"
    return answer


@bp.get("/jobs")
@access.roles(Role.ADMINISTRATOR)
def index_jobs() -> str:
    access.require(access.viewer().has_role_everywhere(Role.ADMINISTRATOR))
    return render_template("audit/jobs.html", jobs=jobs.dead(), most=jobs.MAX_TRIES)


@bp.post("/jobs/<int:job_id>/retries")
@access.roles(Role.ADMINISTRATOR)
def create_retry(job_id: int) -> Redirect:
    """Let a dead job start again; one that is not dead any more stays as it is."""
    access.require(access.viewer().has_role_everywhere(Role.ADMINISTRATOR))
    with transaction():
        is_waiting = jobs.retry(job_id)
    flash(_("The job waits for the worker again.") if is_waiting else _("This job is not on the list any more."))
    return redirect(url_for("audit.index_jobs"), 303)


def _sought() -> Sought:
    return finding.sought(request.args.get("office", ""))


def _filters(sought: Sought) -> tuple[Filters, list[str]]:
    """What the address asks for, and the fields whose value names nothing: the page says so and finds nothing."""
    asked = {name: value.strip()[:200] for name, value in request.args.items() if value.strip()}
    found: dict[str, object] = {
        "thing": things.find(asked["thing"]) if "thing" in asked else None,
        "person": _person(asked["person"]) if "person" in asked else None,
        "office": sought.office,
        "since": _day(asked["since"]) if "since" in asked else None,
        "until": _day(asked["until"]) if "until" in asked else None,
    }
    unknown = [name for name, value in found.items() if name in asked and value is None]
    watched = watched_by(access.viewer(), READERS)
    return Filters(verb=asked.get("verb", ""), watched=watched, **found), unknown  # type: ignore[arg-type]  # each is of its field's type


def watched_by(person: Person, roles: Collection[Role]) -> tuple[Place, ...] | None:
    """The offices whose log these roles open to the person; None for the whole agency, with what has no office."""
    held = [right.office for right in person.rights.held if right.role in roles]
    return None if any(office.parent_id is None for office in held) else tuple(held)


def _person(email: str) -> Person | None:
    return db.session.scalar(select(Person).where(Person.email == email.casefold()))


def _day(raw: str) -> date | None:
    try:
        return date.fromisoformat(raw)
    except ValueError:
        return None


def _number(name: str) -> int | None:
    return row_number(request.args.get(name))


@bp.app_context_processor
def _context() -> dict[str, object]:
    """For the partial audit/history.html, which any page may show."""
    return {
        "history_of": histories.history_of,
        "histories_of": histories.histories_of,
        "history_of_version": histories.history_of_version,
        "history_of_trials": histories.history_of_trials,
    }
