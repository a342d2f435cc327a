"""The list of plans, and starting one."""

from flask import redirect, render_template, request
from werkzeug.wrappers import Response

from app.champions.models import Seat
from app.core import clock
from app.core.database import transaction
from app.core.row_numbers import row_number
from app.extensions import db
from app.offices import finding
from app.offices.places import Place
from app.plans import actions, labels, queries
from app.plans.models import PlanState
from app.plans.routes.blueprint import bp
from app.web import access
from app.web.pages import pager


@bp.get("/plans")
@access.signed_in
def index() -> str:
    """Plans across offices, newest number first; drafts of others show without their texts."""
    viewer, sought = access.viewer(), finding.sought(request.args.get("office", ""))
    filters = _filters(sought.office)
    page = queries.submitted_page(filters, viewer, _number("after"), _number("before"))
    return render_template(
        "plans/index.html",
        page=page,
        pager=pager(page),
        filters=filters,
        cycles=queries.cycles(),
        sought=sought,
        waiting=queries.seats_without_plan(filters) if filters.is_not_submitted else [],
        startable=queries.startable_by(viewer),
        labels=labels,
    )


@bp.post("/plans")
@access.roles("champion", "deputy")
def create() -> Response:
    """Start the plan of a seat; where it is there already, this leads to it."""
    asked = _number("seat", request.form)
    with transaction():
        seat = access.found(db.session.get(Seat, asked) if asked is not None else None)
        plan = actions.start(seat, by=access.viewer(), at=clock.now())
        ref = plan.ref
    return redirect(f"/plans/{ref}/edit", 303)


def _filters(office: Place | None) -> queries.Filters:
    wanted = request.args
    state = wanted.get("state", "")
    return queries.Filters(
        cycle_id=_number("cycle"),
        office=office,
        state=PlanState(state) if state in list(PlanState) else None,
        is_not_submitted=wanted.get("submitted") == "no",
        words=wanted.get("q", "")[:200],
    )


def _number(name: str, source: object = None) -> int | None:
    """A whole number from the address or a form; None for anything else."""
    values = request.form if source is request.form else request.args
    return row_number(values.get(name))
