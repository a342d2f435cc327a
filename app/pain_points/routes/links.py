"""Putting a report into a plan that one may edit, and taking it out again."""

from flask import flash, redirect
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.core import clock
from app.core.database import transaction
from app.core.errors import BrokenRule
from app.pain_points import deadlines, queries
from app.pain_points.actions import links
from app.pain_points.forms import LinkForm
from app.pain_points.routes.door import bp
from app.pain_points.routes.thing import page
from app.plans.queries.plan import editable_by
from app.web import access


@bp.post("/pain-points/PP-<int:number>/plan-links")
@access.signed_in
def create_link(number: int) -> Response | tuple[str, int]:
    """Only among the plans that the person may edit; everyone else is refused."""
    form = LinkForm()
    access.found(queries.get(number))
    plans = {plan.ref: plan.id for plan in editable_by(access.viewer())}
    access.require(bool(plans))
    try:
        if form.plan.data not in plans:
            raise links.PlanMissing
        with transaction():
            point = access.found(queries.get_for_change(number))
            links.link(point, plans[form.plan.data], by=access.viewer(), at=clock.now())
    except BrokenRule as broken:
        form.refuse(broken)
        return page(number, link=form), 422
    flash(_("Linked: plan %(ref)s now prints it with its counts.", ref=form.plan.data))
    return redirect(f"/pain-points/PP-{number}", 303)


@bp.post("/plan-links/<int:link_id>/removals")
@access.signed_in
def remove_link(link_id: int) -> Response:
    """Take a report out of a plan that one may edit; twice is once."""
    plan_ids = {plan.id for plan in editable_by(access.viewer())}
    with transaction():
        found = access.found(queries.link(link_id))
        access.require(found.plan_id in plan_ids)
        at = clock.now()
        links.unlink(found, by=access.viewer(), at=at, today=deadlines.calendar_of(found.pain_point.office, at).today)
        ref = found.pain_point.ref
    flash(_("Taken out of the plan. The report stays accepted."))
    return redirect(f"/pain-points/{ref}", 303)
