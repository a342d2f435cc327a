"""What the office that was offered a change says: yes, with its own measure; no, with the reason; what came of it."""

from flask import flash, redirect
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from app.adoptions import actions
from app.adoptions.forms import OutcomeForm, RefusalForm, TermsForm
from app.adoptions.routes.blueprint import ONE, answerable, bp, path_of
from app.adoptions.routes.show import offer_measures, page, saved
from app.core import clock
from app.core.database import LostUpdate
from app.web import access
from app.web.lost_updates import beside
from app.web.saving import save


@bp.post(f"{ONE}/starts")
@access.signed_in
def create_start(number: int) -> AnyResponse:
    """Take it up; measure and first day may follow."""
    adoption, form = answerable(number), TermsForm()
    here, by, at = path_of(adoption), access.viewer(), clock.now()

    if not save(form, lambda: actions.take_up(adoption, form.terms, by=by, at=at)):
        return page(adoption, typed=("starts", form), status=422)
    flash(_("You copy it. Say here what came of it."))
    return redirect(here, 303)


@bp.post(f"{ONE}/refusals")
@access.signed_in
def create_refusal(number: int) -> AnyResponse:
    """Not now, or not for us."""
    adoption, form = answerable(number), RefusalForm()
    here, by, at = path_of(adoption), access.viewer(), clock.now()

    if not save(form, lambda: actions.decline(adoption, *form.answer, by=by, at=at)):
        return page(adoption, typed=("refusals", form), status=422)
    flash(_("Your answer is with those who offered it."))
    return redirect(here, 303)


@bp.post(f"{ONE}/edit")
@access.signed_in
def update(number: int) -> AnyResponse:
    """Save measure, first day and what is different; where someone saved in between, both stand beside each other."""
    adoption, form = answerable(number), TermsForm()
    here, by, at = path_of(adoption), access.viewer(), clock.now()

    try:
        if not save(form, lambda: actions.settle(adoption, form.terms, seen_lock=form.seen_lock, by=by, at=at)):
            return page(adoption, typed=("edit", form), status=422)
    except LostUpdate:
        offer_measures(form, adoption)
        return page(adoption, typed=("edit", form), differences=beside(form, adoption, saved), status=409)
    flash(_("Saved."))
    return redirect(here, 303)


@bp.post(f"{ONE}/outcomes")
@access.signed_in
def create_outcome(number: int) -> AnyResponse:
    """Say once what came of it."""
    adoption, form = answerable(number), OutcomeForm()
    here, by, at = path_of(adoption), access.viewer(), clock.now()

    if not save(form, lambda: actions.close(adoption, *form.said, by=by, at=at)):
        return page(adoption, typed=("outcomes", form), status=422)
    flash(_("Noted. It stands with the plan that it came from, for everyone to learn from."))
    return redirect(here, 303)
