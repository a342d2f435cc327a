"""People: the list, one person, adding and changing them."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.accounts import mails, policy, queries
from app.accounts.actions import people
from app.accounts.forms import PeopleFilterForm, PersonForm
from app.accounts.models import LinkKind, Person
from app.accounts.routes.blueprint import NUMBER, bp
from app.accounts.routes.links import mail_link
from app.champions.actions import seats
from app.core import clock
from app.core.database import LostUpdate
from app.core.errors import BrokenRule
from app.core.row_numbers import row_number
from app.notices.actions import send_mail
from app.offices import finding
from app.offices.models import Office
from app.pain_points import responsibility
from app.plans.keeping import telling_keepers
from app.web import access
from app.web.lost_updates import differences, take_over
from app.web.pages import pager
from app.web.saving import attempt

Page = str | Response | tuple[str, int]


@bp.get("/people")
@access.roles(*policy.READERS)
def index_people() -> str:
    form = PeopleFilterForm(request.args)
    page = queries.page(_wanted(form), _cursor("after"), _cursor("before"))
    return render_template(
        "accounts/people.html", form=form, people=page.rows, pager=pager(page), offices=finding.suggestions(),
        can_add=policy.can_add_people(access.viewer()),
    )  # fmt: skip


@bp.get("/people/new")
@access.roles("administrator")
def new_person() -> str:
    return _form_page(PersonForm(office=request.args.get("office", "")))


@bp.post("/people")
@access.roles("administrator")
def create_person() -> Page:
    form = PersonForm()
    person = attempt(form, lambda: _add(form)) if form.validate_on_submit() else None
    if person is None:
        return _form_page(form), 422
    flash(_("Added. An invitation is on its way to %(email)s.", email=person.email))
    return redirect(url_for("accounts.show_person", person_id=person.id), 303)


@bp.get(f"/people/<{NUMBER}:person_id>")
@access.roles(*policy.READERS)
def show_person(person_id: int) -> str:
    person = access.found(queries.get(person_id))
    viewer = access.viewer()
    return render_template(
        "accounts/person.html", person=person, grants=queries.all_grants(person),
        memberships=queries.memberships(person), can_manage=policy.can_manage(viewer, person),
        can_deactivate=policy.can_deactivate(viewer, person), can_end=lambda g: policy.can_end_grant(viewer, g),
        can_grant=viewer.id != person.id and viewer.has_role("administrator"),
    )  # fmt: skip


@bp.get(f"/people/<{NUMBER}:person_id>/edit")
@access.roles("administrator")
def edit_person(person_id: int) -> str:
    person = _managed(person_id)
    return _form_page(PersonForm(data={**_saved(person), "lock": person.lock}), person)


@bp.post(f"/people/<{NUMBER}:person_id>")
@access.roles("administrator")
def update_person(person_id: int) -> Page:
    person, form = _managed(person_id), PersonForm()
    if not form.validate_on_submit():
        return _form_page(form, person), 422
    try:
        saved = attempt(form, lambda: _update(person, form))
    except LostUpdate:
        return _lost(person, form)
    if saved is None:
        return _form_page(form, person), 422
    flash(_("Saved."))
    return redirect(url_for("accounts.show_person", person_id=person.id), 303)


def _add(form: PersonForm) -> Person:
    by, at = access.viewer(), clock.now()
    person = people.add(**_texts(form), office=_office(form), by=by, at=at)
    mail_link(person, LinkKind.INVITATION, by=by)
    return person


def _update(person: Person, form: PersonForm) -> Person:
    """A move also ends seats elsewhere, and may leave reports to someone else."""
    by, at, before = access.viewer(), clock.now(), person.email
    moved = people.update(person, form.seen_lock, office=_office(form), by=by, at=at, **_texts(form))
    if moved:
        with telling_keepers(at=at):
            seats.end_outside(person, by=by, at=at)
        responsibility.reassign(at=at)
    if person.email != before:
        letter = mails.address_changed(person, before)
        send_mail(recipient=letter.recipient, subject=letter.subject, body=letter.body, at=at)
    return person


def _texts(form: PersonForm) -> dict[str, Any]:
    return {"email": form.email.data, "name": form.name.data, "language": form.language.data}


def _office(form: PersonForm) -> Office | None:
    return finding.pick(form.office.data, "office") if form.office.data else None


def _managed(person_id: int) -> Person:
    person = access.found(queries.get(person_id))
    access.require(policy.can_manage(access.viewer(), person))
    return person


def _lost(person: Person, form: PersonForm) -> tuple[str, int]:
    take_over(form, person)
    return _form_page(form, person, differences(form, _saved(person))), 409


def _saved(person: Person) -> dict[str, str]:
    """The person as the form's fields show them."""
    slug = person.office.slug if person.office else ""
    return {"name": person.name, "email": person.email, "office": slug, "language": person.language}


def _form_page(form: PersonForm, person: Person | None = None, lost: object = None) -> str:
    return render_template(
        "accounts/person_form.html", form=form, person=person, lost=lost, offices=finding.suggestions()
    )


def _wanted(form: PeopleFilterForm) -> queries.PeopleFilter:
    """What the filters ask for; an office that is not found is said beside its field, and not filtered by."""
    office = None
    if form.office.data:
        try:
            office = finding.pick(form.office.data, "office")
        except BrokenRule as broken:
            form.refuse(broken)
    return queries.PeopleFilter(form.words.data or "", form.role.data or "", office, bool(form.inactive.data))


def _cursor(name: str) -> int | None:
    return row_number(request.args.get(name))
