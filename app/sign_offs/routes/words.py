"""What people say on a sign-off: the owner's word, the condition met or not, the team's view, the decision above."""

from collections.abc import Callable

from flask import flash, redirect
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.core import clock
from app.core.database import LostUpdate
from app.core.errors import NotNow
from app.extensions import db
from app.plans import policy as plans
from app.sign_offs import actions, policy, upward
from app.sign_offs.forms import DecisionForm, MetAnswerForm, MetForm, ViewForm, WordForm
from app.sign_offs.models import Outcome, SignOff
from app.sign_offs.routes.blueprint import ONE, bp, visible
from app.sign_offs.routes.show import page
from app.web import access
from app.web.lost_updates import take_over
from app.web.saving import save
from app.web.texts import said

Said = WordForm | MetForm | MetAnswerForm | ViewForm | DecisionForm


@bp.post(f"{ONE}/words")
@access.signed_in
def create_word(number: int, sign_off_id: int) -> Response:
    """Agree, agree if, cannot."""
    found = _answerable(number, sign_off_id)
    form, by, at = WordForm.of(found, is_posted=True), access.viewer(), clock.now()

    def act() -> None:
        words, parts = form.words.data or "", form.rests_on.data or []
        actions.answer(found, form.chosen_word, words, parts, seen_lock=form.seen_lock, by=by, at=at)

    return _say(found, form, act, _("The team reads your word."))


@bp.post(f"{ONE}/claims")
@access.signed_in
def create_claim(number: int, sign_off_id: int) -> Response:
    """The team says how the condition is met."""
    found, form, by, at = _of_team(number, sign_off_id), MetForm(), access.viewer(), clock.now()

    def act() -> None:
        actions.claim_met(found, form.claim.data or "", seen_lock=form.seen_lock, by=by, at=at)

    return _say(found, form, act, _("The owner is asked whether it is met."))


@bp.post(f"{ONE}/confirmations")
@access.signed_in
def create_confirmation(number: int, sign_off_id: int) -> Response:
    """The owner says whether it is."""
    found, form, by, at = _answerable(number, sign_off_id), MetAnswerForm(), access.viewer(), clock.now()

    def act() -> None:
        words, is_met = form.answer.data or "", form.is_met.data == "yes"
        actions.answer_met(found, words, is_met=is_met, seen_lock=form.seen_lock, by=by, at=at)

    return _say(found, form, act, _("The team reads your answer."))


@bp.post(f"{ONE}/views")
@access.signed_in
def create_view(number: int, sign_off_id: int) -> Response:
    """The team's view beside the owner's."""
    found, form, by, at = _of_team(number, sign_off_id), ViewForm(), access.viewer(), clock.now()

    def act() -> None:
        actions.say_view(found, form.view.data or "", seen_lock=form.seen_lock, by=by, at=at)

    return _say(found, form, act, _("Your view stands beside the owner’s."))


@bp.post(f"{ONE}/decisions")
@access.signed_in
def create_decision(number: int, sign_off_id: int) -> Response:
    """The answer from one level up."""
    found, form, by, at = _decidable(number, sign_off_id), DecisionForm(), access.viewer(), clock.now()

    def act() -> None:
        outcome, reason = Outcome(form.outcome.data), form.reason.data or ""
        actions.decide(found, outcome, reason, seen_lock=form.seen_lock, by=by, at=at)

    return _say(found, form, act, _("The owner and the team read your decision."))


def _answerable(number: int, sign_off_id: int) -> SignOff:
    found = visible(number, sign_off_id)
    access.require(policy.may_answer(access.viewer(), found, upward.makers_of(found.plan)))
    return found


def _of_team(number: int, sign_off_id: int) -> SignOff:
    found = visible(number, sign_off_id)
    access.require(plans.is_on_team(access.viewer(), found.plan))
    return found


def _decidable(number: int, sign_off_id: int) -> SignOff:
    found = visible(number, sign_off_id)
    access.require(policy.may_decide(access.viewer(), found, upward.makers_of(found.plan)))
    return found


def _say(sign_off: SignOff, form: Said, act: Callable[[], None], thanks: str) -> Response:
    """Save; where somebody was quicker the page shows what is there now, and what was typed stays in its form."""
    try:
        is_saved = save(form, act)
    except (LostUpdate, NotNow):
        db.session.refresh(sign_off)
        take_over(form, sign_off)
        form.form_errors = [*form.form_errors, said(NotNow())]
        return page(sign_off, form, status=409)
    if not is_saved:
        return page(sign_off, form, status=422)
    flash(thanks)
    return redirect(f"/plans/{sign_off.plan.ref}/sign-offs/{sign_off.id}", 303)
