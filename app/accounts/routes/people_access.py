"""Ending a person's access, giving it back, and sending a new link."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.accounts import policy, queries
from app.accounts.actions import people
from app.accounts.errors import LastOfRole
from app.accounts.models import LinkKind, Person
from app.accounts.routes.blueprint import NUMBER, bp
from app.accounts.routes.links import mail_link
from app.champions import queries as champions
from app.champions.actions import seats
from app.core import clock
from app.core.database import transaction
from app.pain_points import responsibility
from app.plans.keeping import telling_keepers
from app.web import access


@bp.get(f"/people/<{NUMBER}:person_id>/deactivations/new")
@access.roles("administrator")
def new_deactivation(person_id: int) -> str:
    """What will happen, before it does."""
    person = _person(person_id)
    return render_template("accounts/deactivation.html", person=person, seats=champions.seats_of(person))


@bp.post(f"/people/<{NUMBER}:person_id>/deactivations")
@access.roles("administrator")
def create_deactivation(person_id: int) -> Response:
    """In the person's seats the deputies act from now on; open reports go to whoever answers then."""
    by, at = access.viewer(), clock.now()
    try:
        with transaction(), telling_keepers(at=at):
            person = _person(person_id)
            people.deactivate(person, by=by, at=at)
            seats.step_aside(person, by=by, at=at)
            responsibility.reassign(at=at)
    except LastOfRole as broken:
        flash(_(broken.message), "error")
    else:
        flash(_("%(name)s can no longer sign in.", name=person.name))
    return redirect(url_for("accounts.show_person", person_id=person_id), 303)


@bp.post(f"/people/<{NUMBER}:person_id>/reactivations")
@access.roles("administrator")
def create_reactivation(person_id: int) -> Response:
    by, at = access.viewer(), clock.now()
    with transaction():
        person = _person(person_id)
        people.reactivate(person, by=by, at=at)
        responsibility.reassign(at=at)
    flash(_("%(name)s can sign in again.", name=person.name))
    return redirect(url_for("accounts.show_person", person_id=person_id), 303)


@bp.post(f"/people/<{NUMBER}:person_id>/links")
@access.roles("administrator")
def create_link(person_id: int) -> Response:
    """An invitation for who has no password yet, else a link for a new one. It goes to the person, not to the page."""
    with transaction():
        person = access.found(queries.get(person_id))
        access.require(policy.can_manage(access.viewer(), person) and person.is_active)
        kind = LinkKind.PASSWORD_RESET if person.password_hash else LinkKind.INVITATION
        mail_link(person, kind, by=access.viewer())
    flash(_("A link is on its way to %(email)s.", email=person.email))
    return redirect(url_for("accounts.show_person", person_id=person_id), 303)


def _person(person_id: int) -> Person:
    person = access.found(queries.get(person_id))
    access.require(policy.can_deactivate(access.viewer(), person))
    return person
