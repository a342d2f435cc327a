"""The page of a request, the sheet left and the pen right, and the decision that is signed there."""

from datetime import datetime

from flask import Response, flash, make_response, redirect, render_template
from flask_babel import gettext as _
from werkzeug.wrappers import Response as Redirect

from app.accounts import failures, passwords
from app.accounts.actions import sign_in
from app.core import clock, frozen, pdf
from app.core.database import transaction
from app.core.errors import BrokenRule, NotAllowed, NotNow
from app.core.row_numbers import row_number
from app.funding import actions, documents, drawing, gather, labels, policy, queries
from app.funding.errors import AlreadyDecided, CannotPrint, TooManyTries, WrongPassword
from app.funding.forms import DecisionForm
from app.funding.letters import Choice, granted, letter_of
from app.funding.models import FundingRequest, Outcome
from app.funding.routes.blueprint import bp, visible
from app.funding.sheet import RequestSheet
from app.funding.verdicts import verdict
from app.offices import queries as offices
from app.offices.days import agency_today
from app.plans import queries as plans
from app.reports.reasons import reason_of
from app.web import access, errors
from app.web.figures import formats


@bp.get("/funding/F-<int:number>")
@access.signed_in
def show(number: int) -> Response:
    return _page(visible(number))


@bp.post("/funding/F-<int:number>/decisions")
@access.roles("leader")
def create_decision(number: int) -> Response | Redirect:
    """Sign. The password is checked and the letter rendered before the transaction opens."""
    found, form, now = visible(number), DecisionForm(), clock.now()
    writers = plans.writer_ids(found.plan)
    access.require(policy.can_decide(access.viewer(), found, writers))
    form.currency_code = found.round.currency
    if not form.validate():
        return _page(found, form, status=422)
    choice = _choice(form)
    if _stands_already(found, choice):
        flash(_("This decision stands already. Nothing was signed twice."))
        return redirect(f"/funding/F-{number}", 303)
    try:
        actions.refuse(found, choice, writers, by=access.viewer())
        _check_password(form.password.data or "", now)
        signed = _signed(found, choice, now)
        with transaction():
            actions.decide(found, choice, signed, writers, by=access.viewer(), at=now)
    except pdf.Busy:
        return errors.page(503)
    except (BrokenRule, pdf.PdfError) as broken:
        return _refused(found, form, broken if isinstance(broken, BrokenRule) else CannotPrint())
    flash(_("Signed. The champion is told today."))
    return redirect(f"/funding/F-{number}", 303)


def _choice(form: DecisionForm) -> Choice:
    return Choice(
        outcome=Outcome(form.outcome.data),
        positions=form.hundredths,
        money=form.minor_units,
        reason=form.reason.data or "",
        conditions=form.conditions.data or "",
        until_on=form.until_on.data,
        seen=row_number(form.seen.data),
    )


def _stands_already(found: FundingRequest, choice: Choice) -> bool:
    """The same word by the same person once more, as when a button is pressed twice."""
    current = queries.current_decision(found)
    if current is None or current.decided_by_id != access.viewer().id:
        return False
    said = (choice.outcome, *granted(found, choice), choice.reason, choice.conditions, choice.until_on)
    stands = (current.outcome, current.positions, current.money, current.reason, current.conditions, current.until_on)
    return said == stands


def _signed(found: FundingRequest, choice: Choice, at: datetime) -> actions.Signed:
    """The letter on paper, with the hash of what it says."""
    agency = offices.root()
    name = agency.name if agency else ""
    letter = letter_of(found, choice, by=access.viewer(), at=at, agency=name)
    return actions.Signed(documents.letter_pdf(letter), frozen.content_hash(letter), name)


def _check_password(password: str, at: datetime) -> None:
    """Wrong ones count as failed sign-ins do. Raises WrongPassword, TooManyTries."""
    person = access.viewer()
    email, stored = person.email, person.password_hash
    if failures.is_blocked(email, at):
        raise TooManyTries
    if passwords.matches(password, stored):
        return
    with transaction():
        sign_in.fail(email, at=at)
    raise WrongPassword


def _refused(found: FundingRequest, form: DecisionForm, broken: BrokenRule) -> Response:
    if isinstance(broken, NotNow | NotAllowed):
        raise broken
    form.refuse(labels.worded(broken, found.round.currency))
    return _page(visible(found.number), form, status=409 if isinstance(broken, AlreadyDecided) else 422)


def _page(found: FundingRequest, form: DecisionForm | None = None, *, status: int = 200) -> Response:
    viewer, own = access.viewer(), formats()
    current = queries.current_decision(found)
    form = form or DecisionForm(formdata=None)
    form.currency_code = found.round.currency
    form.seen.data = str(current.id) if current else ""
    html = render_template(
        "funding/show.html",
        request=found,
        sheet=_sheet(found),
        current=current,
        form=form,
        envelope=queries.envelope(found.round),
        can_decide=_may_sign(found),
        can_edit=policy.can_edit(viewer, found),
        draw=drawing.screen(own),
        drawing=drawing,
        formats=own,
        verdict=verdict,
        reason_of=reason_of,
        labels=labels,
    )
    return make_response(html, status)


def _may_sign(found: FundingRequest) -> bool:
    is_open = found.state in (*policy.WAITING, *policy.DECIDED[:1])
    return is_open and policy.can_decide(access.viewer(), found, plans.writer_ids(found.plan))


def _sheet(found: FundingRequest) -> RequestSheet:
    """As frozen at submission; a draft as it would be today."""
    if found.frozen:
        return frozen.from_json(RequestSheet, found.frozen)
    return gather.sheet_of(found, dated=agency_today(clock.now()))
