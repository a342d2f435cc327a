"""Requests: what a plan lacks to ask, the draft, and handing it in."""

from typing import Any

from flask import Response, flash, make_response, redirect, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as Redirect

from app.core import clock, frozen, pdf
from app.core.database import LostUpdate, transaction
from app.core.errors import BrokenRule, NotAllowed, NotNow
from app.core.row_numbers import row_number
from app.funding import actions, amounts, documents, gather, labels, policy, queries
from app.funding.actions import Asked
from app.funding.errors import CannotPrint
from app.funding.forms import NewRequestForm, RequestForm
from app.funding.models import FundingRequest, FundingRound
from app.funding.needs import needs
from app.funding.queries import Readiness
from app.funding.routes.blueprint import bp, visible
from app.offices.days import agency_today
from app.plans import policy as plan_policy
from app.plans import queries as plans
from app.plans.labels import title_of
from app.plans.models import Plan
from app.web import access, errors, figures
from app.web.lost_updates import differences, take_over


@bp.get("/funding/requests/new")
@access.signed_in
def new_request() -> Response:
    """The form where the plan has all that a request rests on; else what is missing."""
    return _new_page(NewRequestForm(formdata=None), _plan(request.args.get("plan", "")))


@bp.post("/funding/requests")
@access.signed_in
def create_request() -> Response | Redirect:
    plan, form = _plan(request.form.get("plan", "")), NewRequestForm()
    rounds = {found.id: found for found in queries.taking_requests(agency_today(clock.now()))}
    ready = _prepare(form, plan, list(rounds.values()))
    if not form.validate():
        return _new_page(form, plan, status=422)
    try:
        with transaction():
            found = rounds[form.round_id.data]
            made = actions.start_request(plan, found, _asked(form, ready), ready, by=access.viewer(), at=clock.now())
            ref = made.ref
    except BrokenRule as broken:
        form.refuse(broken)
        return _new_page(form, plan, status=422)
    flash(_("The draft is saved. Submit it when it is complete."))
    return redirect(f"/funding/{ref}", 303)


@bp.get("/funding/F-<int:number>/edit")
@access.signed_in
def edit_request(number: int) -> Response:
    found = _editable(number)
    form = RequestForm(formdata=None, data=_shown(found))
    _prepare(form, found.plan, [found.round])
    return _edit_page(form, found)


@bp.post("/funding/F-<int:number>/edit")
@access.signed_in
def update_request(number: int) -> Response | Redirect:
    found, form = _editable(number), RequestForm()
    ready = _prepare(form, found.plan, [found.round])
    if not form.validate():
        return _edit_page(form, found, status=422)
    try:
        with transaction():
            actions.save_request(found, _asked(form, ready), form.seen_lock, by=access.viewer(), at=clock.now())
    except LostUpdate:
        differing = differences(form, {name: _shown(found)[name] for name in ("title", "for_what", "if_no")})
        take_over(form, found)
        return _edit_page(form, found, differing=differing, status=409)
    flash(_("The draft is saved."))
    return redirect(f"/funding/F-{number}", 303)


@bp.post("/funding/F-<int:number>/submissions")
@access.signed_in
def submit(number: int) -> Response | Redirect:
    """Freeze the sheet and hand it in. Rendered before the transaction opens, kept if it is still the same."""
    found, now = _editable(number), clock.now()
    try:
        sheet = gather.sheet_of(found, dated=agency_today(now))
        actions.refuse_unfinished(found, sheet, now)
        made, digest = documents.sheet_pdf(sheet), frozen.content_hash(sheet)
        with transaction():
            again = gather.sheet_of(found, dated=agency_today(now))
            actions.submit_request(found, again, made, digest, by=access.viewer(), at=now)
    except pdf.Busy:
        return errors.page(503)
    except (BrokenRule, pdf.PdfError) as broken:
        return _refused(found, broken if isinstance(broken, BrokenRule) else CannotPrint())
    flash(_("%(ref)s is with the leaders.", ref=found.ref))
    return redirect(f"/funding/F-{number}", 303)


@bp.post("/funding/F-<int:number>/withdrawals")
@access.signed_in
def withdraw(number: int) -> Redirect:
    found = _editable(number)
    with transaction():
        actions.withdraw_request(found, by=access.viewer(), at=clock.now())
    flash(_("The draft is gone."))
    return redirect("/funding", 303)


def _editable(number: int) -> FundingRequest:
    found = visible(number)
    access.require(plan_policy.is_on_team(access.viewer(), found.plan))
    return found


def _plan(ref: str) -> Plan:
    """The plan that is asked for: 404 where it is not visible, 403 where it is not the viewer's."""
    number = access.found(row_number(ref.removeprefix("P-")))
    plan = access.found(plans.get_visible(number, access.viewer()))
    access.require(policy.can_ask(access.viewer(), plan))
    return plan


def _prepare(form: RequestForm, plan: Plan, rounds: list[FundingRound]) -> Readiness:
    """Give the form its choices; the plan's evidence comes back for the action."""
    ready = queries.readiness(plan, agency_today(clock.now()))
    form.reports.choices = [(report.id, f"{report.ref} · {report.title}") for report in ready.reports]
    form.measures.choices = [(measure.id, measure.name) for measure in ready.proven]
    if isinstance(form, NewRequestForm):
        form.round_id.choices = [(found.id, found.name) for found in rounds]
        chosen = next((found for found in rounds if found.id == form.round_id.data), None)
        form.currency_code = chosen.currency if chosen else "USD"
    else:
        form.currency_code = rounds[0].currency
    return ready


def _asked(form: RequestForm, ready: Readiness) -> Asked:
    chosen_reports, chosen_measures = set(form.reports.data or ()), set(form.measures.data or ())
    return Asked(
        title=form.title.data or "",
        positions=form.hundredths,
        money=form.minor_units,
        for_what=form.for_what.data or "",
        if_no=form.if_no.data or "",
        reports=[report for report in ready.reports if report.id in chosen_reports],
        measures=[measure for measure in ready.proven if measure.id in chosen_measures],
    )


def _shown(found: FundingRequest) -> dict[str, Any]:
    return {
        "title": found.title,
        "positions": amounts.typed_positions(found.positions, figures.writing()),
        "money": amounts.typed_money(found.money, found.round.currency, figures.writing()),
        "for_what": found.for_what,
        "if_no": found.if_no,
        "reports": [report.id for report in found.reports],
        "measures": list(queries.measure_ids(found)),
        "lock": found.lock,
    }


def _new_page(form: NewRequestForm, plan: Plan, *, status: int = 200) -> Response:
    rounds = list(queries.taking_requests(agency_today(clock.now())))
    ready = _prepare(form, plan, rounds)
    html = render_template(
        "funding/new.html", form=form, plan=plan, title=title_of(plan), needs=needs(plan, ready, rounds),
        can_ask=ready.is_ready and bool(rounds),
    )  # fmt: skip
    return make_response(html, status)


def _edit_page(form: RequestForm, found: FundingRequest, *, differing: Any = (), status: int = 200) -> Response:
    html = render_template("funding/edit.html", form=form, request=found, differing=differing, labels=labels)
    return make_response(html, status)


def _refused(found: FundingRequest, broken: BrokenRule) -> Response:
    """Back to the draft with the reason beside its field; nothing typed is lost, since it was saved before."""
    if isinstance(broken, NotNow | NotAllowed):
        raise broken
    form = RequestForm(formdata=None, data=_shown(found))
    _prepare(form, found.plan, [found.round])
    form.refuse(broken)
    return _edit_page(form, found, status=422)
