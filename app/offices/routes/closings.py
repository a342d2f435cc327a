"""Ending an office: its people, seats and roles with it."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.accounts.actions import channels as owners
from app.accounts.actions import grants, people
from app.champions import queries as champions
from app.champions.actions import seats
from app.core import clock
from app.core.database import LostUpdate
from app.offices import finding, policy
from app.offices.actions import closings
from app.offices.forms import ClosingForm
from app.offices.models import Office
from app.offices.routes.blueprint import bp
from app.offices.routes.offices import managed
from app.pain_points import responsibility
from app.plans.keeping import telling_keepers
from app.web import access
from app.web.lost_updates import take_over
from app.web.saving import attempt

Page = str | Response | tuple[str, int]


@bp.get("/offices/<slug>/closings/new")
@access.roles(policy.ADMINISTRATOR)
def new_closing(slug: str) -> str:
    office = managed(slug)
    return _page(ClosingForm(lock=office.lock), office)


@bp.post("/offices/<slug>/closings")
@access.roles(policy.ADMINISTRATOR)
def create_closing(slug: str) -> Page:
    office, form = managed(slug), ClosingForm()
    try:
        closed = attempt(form, lambda: _close(office, form)) if form.validate_on_submit() else None
    except LostUpdate:
        take_over(form, office)
        return _page(form, office, []), 409
    if closed is None:
        return _page(form, office), 422
    flash(_("Closed. Its people work in %(office)s now.", office=closed.name))
    return redirect(url_for("offices.show", slug=slug), 303)


def _close(office: Office, form: ClosingForm) -> Office:
    """Gives the successor. Open reports of the office stay with it and are answered from above."""
    by, at = access.viewer(), clock.now()
    successor = finding.pick(str(form.successor.data), "successor")
    if closings.close(office, form.seen_lock, successor=successor, by=by, at=at):
        with telling_keepers(at=at):
            seats.end_all_of(office, by=by, at=at)
        grants.close_on(office, by=by, at=at)
        for channel in office.channels:
            owners.end_of(channel, by=by, at=at)
        people.move_all(office, successor, by=by, at=at)
        responsibility.reassign(at=at)
    return successor


def _page(form: ClosingForm, office: Office, lost: object = None) -> str:
    return render_template(
        "offices/closing.html", form=form, office=office, lost=lost, offices=finding.suggestions(),
        seats=champions.current_seats_of(office),
    )  # fmt: skip
