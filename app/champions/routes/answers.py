"""What people say to a nomination: colleagues endorse it, and whoever was selected says yes or no."""

from datetime import datetime

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.accounts.actions import people
from app.accounts.models import Person, Role
from app.champions.nominations import actions, policy
from app.champions.nominations.forms import AnswerForm, EndorsementForm
from app.champions.nominations.models import Nomination
from app.champions.routes.blueprint import NOMINATION, bp
from app.champions.routes.nominations import page_with, tell, visible
from app.champions.routes.seats import tell as tell_of_seat
from app.core import clock
from app.pain_points import responsibility
from app.web import access
from app.web.saving import attempt

Page = str | Response | tuple[str, int]


@bp.post(f"{NOMINATION}/endorsements")
@access.signed_in
def create_endorsement(number: int) -> Page:
    nomination, form = visible(number), EndorsementForm()
    by, at = access.viewer(), clock.now()
    access.require(policy.may_endorse(by, nomination))
    given = None
    if form.validate_on_submit():
        given = attempt(form, lambda: actions.endorse(nomination, str(form.endorsement.data), by=by, at=at))
    if given is None:
        return page_with(nomination, endorsing=form), 422
    flash(_("Your word stands with it."))
    return redirect(url_for("champions.show_nomination", number=number), 303)


@bp.post(f"{NOMINATION}/answers")
@access.signed_in
def create_answer(number: int) -> Page:
    """Yes begins the seat at once, with its rights, and open reports of the office follow."""
    nomination, form = visible(number), AnswerForm()
    by, at = access.viewer(), clock.now()
    access.require(policy.is_nominee(by, nomination))
    done = attempt(form, lambda: _answer(nomination, form, by, at)) if form.validate_on_submit() else None
    if done is None:
        return page_with(nomination, answering=form), 422
    flash(_("The seat is yours.") if done.seat_id else _("Your answer is noted. Thank you for considering it."))
    return redirect(url_for("champions.show_nomination", number=number), 303)


def _answer(nomination: Nomination, form: AnswerForm, by: Person, at: datetime) -> Nomination:
    words, before = str(form.words.data or ""), nomination.state
    if form.answer.data == "accept":
        seat = actions.accept(nomination, words, by=by, at=at)
        tell_of_seat(seat, by, Role.CHAMPION)
        responsibility.reassign(at=at)
    else:
        actions.decline(nomination, words, by=by, at=at)
    if form.chosen_credit:
        people.set_credit(by, form.chosen_credit, at=at)
    if nomination.state is not before:
        for person_id in {nomination.nominator_id, nomination.decided_by_id}:
            tell(nomination, person_id, f"nomination_{nomination.state.value}")
    return nomination
