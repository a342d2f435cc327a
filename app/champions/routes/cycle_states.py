"""Opening and closing a cycle."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.champions import policy, queries
from app.champions.actions import cycles
from app.champions.routes.blueprint import CYCLE, bp
from app.core import clock
from app.core.database import transaction
from app.pain_points import responsibility
from app.plans.keeping import telling_keepers
from app.web import access


@bp.post(f"{CYCLE}/openings")
@access.roles("program_office")
def create_opening(cycle_id: int) -> Response:
    """The seats of the cycle answer reports from now on."""
    by, at = access.viewer(), clock.now()
    with transaction():
        cycles.open_up(access.found(queries.get_cycle(cycle_id)), by=by, at=at)
        responsibility.reassign(at=at)
    flash(_("The cycle is open."))
    return redirect(url_for("champions.show", cycle_id=cycle_id), 303)


@bp.get(f"{CYCLE}/closings/new")
@access.roles("program_office")
def new_closing(cycle_id: int) -> str:
    """What will happen, before it does."""
    access.require(policy.can_run_cycles(access.viewer()))
    cycle = access.found(queries.get_cycle(cycle_id))
    return render_template("champions/closing.html", cycle=cycle, given=queries.seats_given(cycle))


@bp.post(f"{CYCLE}/closings")
@access.roles("program_office")
def create_closing(cycle_id: int) -> Response:
    """Open reports go to whoever answers without the cycle's seats."""
    by, at = access.viewer(), clock.now()
    with transaction(), telling_keepers(at=at):
        cycles.close(access.found(queries.get_cycle(cycle_id)), by=by, at=at)
        responsibility.reassign(at=at)
    flash(_("The cycle is closed."))
    return redirect(url_for("champions.show", cycle_id=cycle_id), 303)
