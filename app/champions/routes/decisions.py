"""The shortlist and the decision. Nominator and nominee are told at once, in one's own words."""

from datetime import datetime

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.accounts.models import Person
from app.champions.nominations import actions, policy
from app.champions.nominations.forms import DecisionForm
from app.champions.nominations.models import Nomination, NominationState
from app.champions.routes.blueprint import NOMINATION, bp
from app.champions.routes.nominations import page_decided, tell, visible
from app.core import clock
from app.core.database import LostUpdate, transaction
from app.core.errors import NotNow
from app.web import access
from app.web.lost_updates import differences, take_over
from app.web.saving import attempt

Page = str | Response | tuple[str, int]


@bp.post(f"{NOMINATION}/shortlistings")
@access.roles("program_office")
def create_shortlisting(number: int) -> Response:
    nomination = _judged(number)
    with transaction():
        if actions.shortlist(nomination, by=access.viewer(), at=clock.now()):
            tell(nomination, nomination.nominator_id, "nomination_shortlisted")
            tell(nomination, nomination.nominee_id, "nominee_shortlisted")
    flash(_("On the shortlist. The person reads from now on what was said for them."))
    return redirect(url_for("champions.show_nomination", number=number), 303)


@bp.get(f"{NOMINATION}/decisions/new")
@access.roles("program_office")
def new_decision(number: int) -> Page:
    nomination = _judged(number)
    if nomination.state not in policy.DECIDABLE:
        return page_decided(nomination)
    return _page(DecisionForm(lock=str(nomination.lock)), nomination)


@bp.post(f"{NOMINATION}/decisions")
@access.roles("program_office")
def create_decision(number: int) -> Page:
    nomination, form = _judged(number), DecisionForm()
    by, at = access.viewer(), clock.now()
    try:
        done = attempt(form, lambda: _decide(nomination, form, by, at)) if form.validate_on_submit() else None
    except LostUpdate:
        take_over(form, nomination)
        return _page(form, nomination, differences(form, {"reason": nomination.reason})), 409
    except NotNow:
        return page_decided(nomination, form.reason.data)
    if done is None:
        return _page(form, nomination), 422
    flash(_("Decided. Both are told, with your reasons."))
    return redirect(url_for("champions.show_nomination", number=number), 303)


def _decide(nomination: Nomination, form: DecisionForm, by: Person, at: datetime) -> Nomination:
    """Who was never on the shortlist knows of no nomination, and is not told that it came to nothing."""
    is_selected = form.outcome.data == NominationState.SELECTED
    reason = str(form.reason.data)
    actions.decide(nomination, form.seen_lock, is_selected=is_selected, reason=reason, by=by, at=at)
    tell(nomination, nomination.nominator_id, f"nomination_{nomination.state.value}")
    if nomination.shortlisted_at:
        tell(nomination, nomination.nominee_id, f"nominee_{nomination.state.value}")
    return nomination


def _judged(number: int) -> Nomination:
    nomination = visible(number)
    access.require(policy.may_judge(access.viewer(), nomination))
    return nomination


def _page(form: DecisionForm, nomination: Nomination, lost: object = None) -> str:
    return render_template("champions/decision.html", form=form, nomination=nomination, lost=lost)
