"""Handing a version in: save what was typed, gather, render, and freeze it if it is still the same."""

from flask import flash, redirect, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.core import clock, pdf
from app.core.database import transaction
from app.core.errors import BrokenRule
from app.extensions import db
from app.plans import actions, assembling, content, policy, queries, readiness, rendering
from app.plans.actions.submit import refuse_too_long
from app.plans.errors import CannotPrint
from app.plans.forms import PlanForm
from app.plans.models import PlanVersion
from app.plans.routes.blueprint import bp, visible
from app.plans.routes.edit import draft_of, form_of, page, save_posted
from app.web import access, errors


@bp.post("/plans/P-<int:number>/submissions")
@access.signed_in
def submit(number: int) -> Response:
    """Submit the draft. What was typed is saved first, so that it is there whatever comes next."""
    plan = visible(number)
    access.require(policy.can_edit(access.viewer(), plan))
    version = draft_of(plan)
    if version is None:
        return errors.page(409)
    form = form_of(version, queries.owned_channels(version))
    if "title" in request.form and (refused := save_posted(version, form)) is not None:
        return refused
    db.session.refresh(version)
    broken = _hand_in(version)
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
        finished = rendering.finished(assembling.final_sheet(version), version.plan.cycle.page_limit)
        refuse_too_long(finished.length)
    except pdf.Busy:
        raise
    except pdf.PdfError:
        return [CannotPrint()]
    except BrokenRule as broken:
        return [broken]
    with transaction():
        sheet = assembling.final_sheet(version)
        promises = assembling.promises(version.plan)
        actions.submit(version, sheet, finished, promises=promises, by=access.viewer(), at=clock.now())
    return []


def _refused(version: PlanVersion, form: PlanForm, broken: list[BrokenRule]) -> Response:
    for rule in broken:
        form.refuse(rule)
    return page(version, form, status=422, is_saved="title" in request.form)


@bp.errorhandler(pdf.Busy)
def _busy(_error: pdf.Busy) -> Response:
    answer = errors.page(503)
    answer.headers["Retry-After"] = "10"
    return answer
