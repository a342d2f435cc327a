"""Hanging an office below another."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.core import clock
from app.core.database import LostUpdate
from app.offices import days, finding, policy, tree
from app.offices.actions import moves
from app.offices.forms import MoveForm
from app.offices.models import Office
from app.offices.routes.blueprint import bp
from app.offices.routes.offices import managed
from app.pain_points import responsibility
from app.web import access
from app.web.lost_updates import differences, take_over
from app.web.saving import attempt

Page = str | Response | tuple[str, int]


@bp.get("/offices/<slug>/moves/new")
@access.roles(policy.ADMINISTRATOR)
def new_move(slug: str) -> str:
    office = managed(slug)
    return _page(MoveForm(lock=office.lock, on=days.today_at(office, clock.now())), office)


@bp.post("/offices/<slug>/moves")
@access.roles(policy.ADMINISTRATOR)
def create_move(slug: str) -> Page:
    office, form = managed(slug), MoveForm()
    try:
        moved = attempt(form, lambda: _move(office, form)) if form.validate_on_submit() else None
    except LostUpdate:
        take_over(form, office)
        above = office.parent.slug if office.parent else ""
        return _page(form, office, differences(form, {"parent": above})), 409
    if moved is None:
        return _page(form, office), 422
    flash(_("Moved."))
    return redirect(url_for("offices.show", slug=slug), 303)


def _move(office: Office, form: MoveForm) -> Office:
    """Reports below may now have someone else above them who answers."""
    at = clock.now()
    parent = finding.pick(str(form.parent.data), "parent")
    on: Any = form.on.data
    moves.move(office, form.seen_lock, parent=parent, on=on, by=access.viewer(), at=at)
    responsibility.reassign(at=at)
    return office


def _page(form: MoveForm, office: Office, lost: object = None) -> str:
    return render_template(
        "offices/move.html", form=form, office=office, lost=lost, offices=finding.suggestions(),
        ancestors=tree.ancestors(office),
    )  # fmt: skip
