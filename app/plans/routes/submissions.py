"""Handing a version in: save what was typed, gather, render, and freeze it if it is still the same."""

from flask import flash, redirect, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.core import clock, pdf
from app.core.database import transaction
from app.core.errors import BrokenRule
from app.extensions import db
from app.plans import actions, assembling, content, measuring, policy, queries, readiness
from app.plans.forms import PlanForm
from app.plans.models import Plan, PlanVersion
from app.plans.routes.blueprint import bp, visible
from app.plans.routes.edit import form_of, page, save_posted
from app.sign_offs import actions as sign_offs
from app.web import access, errors
from app.web.texts import said


@bp.post("/plans/P-<int:number>/submissions")
@access.signed_in
def submit(number: int) -> Response:
    """Submit the draft, or what its channel owners were asked about. What was typed is saved first."""
    plan = visible(number)
    access.require(policy.can_edit(access.viewer(), plan))
    version = queries.open_version(plan)
    if version is None or not policy.is_step_open("submit", version):
        return errors.page(409)
    form = form_of(version, queries.owned_channels(version))
    if "title" in request.form and (refused := save_posted(version, form)) is not None:
        return refused
    db.session.refresh(version)
    broken = _hand_in(version)
    if broken and version.state not in policy.EDITABLE:
        return _refused_at_rest(plan, broken)
    if broken:
        return _refused(version, form, broken)
    flash(_("Version %(number)s is with the program office.", number=version.number))
    return redirect(f"/plans/{plan.ref}", 303)


def _hand_in(version: PlanVersion) -> list[BrokenRule]:
    """Rules that keep the version from being submitted; none when it was. Raises LostUpdate, Busy becomes a 503."""
    missing: list[BrokenRule] = [*readiness.missing(content.of(version))]
    if missing:
        return missing
    try:
        finished = measuring.finished(version)
    except BrokenRule as broken:
        return [broken]
    with transaction():
        sheet = assembling.final_sheet(version)
        promises = assembling.promises(version.plan)
        by, at = access.viewer(), clock.now()
        actions.submit(version, sheet, finished, promises=promises, by=by, at=at)
        sign_offs.ask_rest(version, by=by, at=at)
    return []


def _refused_at_rest(plan: Plan, broken: list[BrokenRule]) -> Response:
    """Nothing was typed that could get lost: what is wrong stands where the text can be taken back."""
    for rule in broken:
        flash(said(rule), "late")
    return redirect(f"/plans/{plan.ref}/sign-offs", 303)


def _refused(version: PlanVersion, form: PlanForm, broken: list[BrokenRule]) -> Response:
    for rule in broken:
        form.refuse(rule)
    return page(version, form, status=422, is_saved="title" in request.form)


@bp.errorhandler(pdf.Busy)
def _busy(_error: pdf.Busy) -> Response:
    answer = errors.page(503)
    answer.headers["Retry-After"] = "10"
    return answer
