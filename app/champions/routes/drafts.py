"""Writing a nomination, changing its draft, and handing it in."""

from datetime import datetime

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.accounts import queries as accounts
from app.accounts.models import Person
from app.champions import queries as cycles
from app.champions.models import Cycle
from app.champions.nominations import actions, policy
from app.champions.nominations.actions import Grounds
from app.champions.nominations.forms import NominationForm
from app.champions.nominations.models import Nomination, NominationState
from app.champions.routes.blueprint import CYCLE, NOMINATION, bp
from app.champions.routes.nominations import page_with, visible
from app.core import clock
from app.core.database import LostUpdate
from app.core.errors import NotNow
from app.offices import finding
from app.offices.errors import OfficeUnknown
from app.web import access
from app.web.forms import Form
from app.web.lost_updates import differences, take_over
from app.web.saving import attempt

Page = str | Response | tuple[str, int]


@bp.get(f"{CYCLE}/nominations/new")
@access.signed_in
def new_nomination(cycle_id: int) -> str:
    return _page(NominationForm(), _cycle(cycle_id))


@bp.post(f"{CYCLE}/nominations")
@access.signed_in
def create_nomination(cycle_id: int) -> Page:
    cycle, form = _cycle(cycle_id), NominationForm()
    by, at = access.viewer(), clock.now()
    made = None
    if form.validate_on_submit():
        made = attempt(form, lambda: actions.draft(cycle, _grounds(form), by=by, at=at))
    if made is None:
        return _page(form, cycle), 422
    flash(_("Saved as a draft. Read it once more, then send it."))
    return redirect(url_for("champions.show_nomination", number=made.number), 303)


@bp.get(f"{NOMINATION}/edit")
@access.signed_in
def edit_nomination(number: int) -> str:
    nomination = _own_draft(number)
    return _page(NominationForm(lock=str(nomination.lock), **_shown(nomination)), nomination.cycle, nomination)


@bp.post(NOMINATION)
@access.signed_in
def update_nomination(number: int) -> Page:
    nomination, form = _own_draft(number), NominationForm()
    at, by = clock.now(), access.viewer()
    try:
        saved = attempt(form, lambda: _update(nomination, form, by, at)) if form.validate_on_submit() else None
    except LostUpdate:
        take_over(form, nomination)
        return _page(form, nomination.cycle, nomination, differences(form, _shown(nomination))), 409
    if saved is None:
        return _page(form, nomination.cycle, nomination), 422
    flash(_("Saved."))
    return redirect(url_for("champions.show_nomination", number=number), 303)


@bp.post(f"{NOMINATION}/submissions")
@access.signed_in
def create_nomination_submission(number: int) -> Page:
    nomination, form = visible(number), Form()
    access.require(policy.is_writer(access.viewer(), nomination))
    by, at = access.viewer(), clock.now()
    if attempt(form, lambda: _submit(nomination, by, at)) is None:
        return page_with(nomination, submitting=form), 422
    flash(_("Sent. Colleagues of the office can put their word to it."))
    return redirect(url_for("champions.show_nomination", number=number), 303)


def _submit(nomination: Nomination, by: Person, at: datetime) -> Nomination:
    actions.submit(nomination, by=by, at=at)
    return nomination


def _update(nomination: Nomination, form: NominationForm, by: Person, at: datetime) -> Nomination:
    actions.update(nomination, form.seen_lock, _grounds(form), by=by, at=at)
    return nomination


def _grounds(form: NominationForm) -> Grounds:
    nominee = accounts.pick(str(form.nominee.data), "nominee")
    office = finding.pick(str(form.office.data), "office") if form.office.data else nominee.office
    if office is None:
        raise OfficeUnknown("office", "")
    return Grounds(nominee, office, str(form.thinks_ahead.data), str(form.respected.data))


def _shown(nomination: Nomination) -> dict[str, str]:
    """What is saved, as the form's fields show it."""
    return {
        "nominee": nomination.nominee.email, "office": nomination.office.slug,
        "thinks_ahead": nomination.thinks_ahead, "respected": nomination.respected,
    }  # fmt: skip


def _own_draft(number: int) -> Nomination:
    nomination = visible(number)
    access.require(policy.is_writer(access.viewer(), nomination))
    if nomination.state is not NominationState.DRAFT:
        raise NotNow
    return nomination


def _cycle(cycle_id: int) -> Cycle:
    cycle = access.found(cycles.get_cycle(cycle_id))
    access.require(policy.can_nominate(access.viewer(), cycle))
    return cycle


def _page(form: NominationForm, cycle: Cycle, nomination: Nomination | None = None, lost: object = None) -> str:
    return render_template(
        "champions/nomination_form.html", form=form, cycle=cycle, nomination=nomination, lost=lost,
        offices=finding.suggestions(),
    )  # fmt: skip
