"""Giving and ending roles by hand."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.accounts import policy, queries
from app.accounts.actions import grants
from app.accounts.errors import LastOfRole
from app.accounts.forms import GrantForm
from app.accounts.labels import GIVEN_BY_HAND
from app.accounts.models import Person, Role, RoleGrant
from app.accounts.routes.blueprint import NUMBER, bp
from app.core import clock
from app.core.database import transaction
from app.notices.actions import notify
from app.offices import finding
from app.pain_points import responsibility
from app.web import access
from app.web.saving import attempt

Page = str | Response | tuple[str, int]


@bp.get(f"/people/<{NUMBER}:person_id>/grants/new")
@access.roles("administrator")
def new_grant(person_id: int) -> str:
    return _page(GrantForm(office=request.args.get("office", "")), _person(person_id))


@bp.post(f"/people/<{NUMBER}:person_id>/grants")
@access.roles("administrator")
def create_grant(person_id: int) -> Page:
    person, form = _person(person_id), GrantForm()
    given = attempt(form, lambda: _give(person, form)) if form.validate_on_submit() else None
    if given is None:
        return _page(form, person), 422
    flash(_("Role given."))
    return redirect(url_for("accounts.show_person", person_id=person_id), 303)


@bp.post(f"/people/<{NUMBER}:person_id>/grants/<{NUMBER}:grant_id>/endings")
@access.roles("administrator")
def end_grant(person_id: int, grant_id: int) -> Response:
    try:
        with transaction():
            _end(access.found(queries.get_grant(person_id, grant_id)))
    except LastOfRole as broken:
        flash(_(broken.message), "error")
    else:
        flash(_("Role ended."))
    return redirect(url_for("accounts.show_person", person_id=person_id), 303)


def _give(person: Person, form: GrantForm) -> RoleGrant:
    by, at = access.viewer(), clock.now()
    office = finding.pick(str(form.office.data), "office")
    grant = grants.give(person, Role(form.role.data), office, by=by, at=at)
    notify(person.id, "role_given", path="/account", at=at, role=grant.role.value, office_id=office.id)
    responsibility.reassign(at=at)
    return grant


def _end(grant: RoleGrant) -> None:
    at, was_running = clock.now(), grant.to_on is None
    grants.end(grant, by=access.viewer(), at=at)
    if was_running:
        notify(
            grant.person_id, "role_ended", path="/account", at=at, role=grant.role.value, office_id=grant.office_id
        )
        responsibility.reassign(at=at)


def _person(person_id: int) -> Person:
    """Nobody grants themself; what one may give depends on the office, which the action asks."""
    person = access.found(queries.get(person_id))
    access.require(person.id != access.viewer().id and policy.can_add_people(access.viewer()))
    return person


def _page(form: GrantForm, person: Person) -> str:
    return render_template(
        "accounts/grant_form.html", form=form, person=person, offices=finding.suggestions(),
        descriptions={role.value: words for role, words in GIVEN_BY_HAND.items()},
    )  # fmt: skip
