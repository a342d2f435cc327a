"""Adding and changing offices."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.core import clock
from app.core.database import LostUpdate
from app.offices import finding, policy, queries
from app.offices.actions import offices
from app.offices.forms import NewOfficeForm, OfficeForm
from app.offices.models import Office
from app.offices.routes.blueprint import bp
from app.web import access
from app.web.lost_updates import differences, take_over
from app.web.saving import attempt

Page = str | Response | tuple[str, int]


@bp.get("/offices/new")
@access.roles(policy.ADMINISTRATOR)
def new() -> str:
    return _new_page(NewOfficeForm(parent=request.args.get("under", "")))


@bp.post("/offices")
@access.roles(policy.ADMINISTRATOR)
def create() -> Page:
    form = NewOfficeForm()
    office = attempt(form, lambda: _add(form)) if form.validate_on_submit() else None
    if office is None:
        return _new_page(form), 422
    flash(_("Added."))
    return redirect(url_for("offices.show", slug=office.slug), 303)


@bp.get("/offices/<slug>/edit")
@access.roles(policy.ADMINISTRATOR)
def edit(slug: str) -> str:
    office = managed(slug)
    return _edit_page(OfficeForm(obj=office), office)


@bp.post("/offices/<slug>")
@access.roles(policy.ADMINISTRATOR)
def update(slug: str) -> Page:
    office, form = managed(slug), OfficeForm()
    if not form.validate_on_submit():
        return _edit_page(form, office), 422
    try:
        attempt(form, lambda: _update(office, form))
    except LostUpdate:
        take_over(form, office)
        saved = {"name": office.name, "language": office.language, "staff_count": office.staff_count}
        return _edit_page(form, office, differences(form, saved)), 409
    flash(_("Saved."))
    return redirect(url_for("offices.show", slug=slug), 303)


def managed(slug: str) -> Office:
    """The open office, if the viewer may change it."""
    office = access.found(queries.get_by_slug(slug))
    access.require(policy.can_manage(access.viewer(), office) and office.closed_on is None)
    return office


def _add(form: NewOfficeForm) -> Office:
    parent = finding.pick(str(form.parent.data), "parent")
    return offices.add(
        parent, name=str(form.name.data), slug=str(form.slug.data or ""), language=form.language.data,
        staff_count=form.staff_count.data, by=access.viewer(), at=clock.now(),
    )  # fmt: skip


def _update(office: Office, form: OfficeForm) -> None:
    offices.update(
        office, form.seen_lock, name=str(form.name.data), language=form.language.data,
        staff_count=form.staff_count.data, by=access.viewer(), at=clock.now(),
    )  # fmt: skip


def _new_page(form: NewOfficeForm) -> str:
    return render_template("offices/new.html", form=form, offices=finding.suggestions())


def _edit_page(form: OfficeForm, office: Office, lost: object = None) -> str:
    return render_template("offices/edit.html", form=form, office=office, lost=lost)
