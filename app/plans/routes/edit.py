"""Writing in the draft: the page, saving part by part, measuring without saving."""

from collections.abc import Sequence
from typing import Any

from flask import Response, flash, jsonify, make_response, redirect, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from app.core import clock, pdf
from app.core.database import transaction
from app.plans import actions, assembling, content, gather, labels, length, policy, queries, readiness, rendering
from app.plans.forms import PlanForm
from app.plans.models import Plan, PlanVersion
from app.plans.routes.blueprint import bp, visible
from app.web import access, errors


@bp.get("/plans/P-<int:number>/edit")
@access.signed_in
def edit(number: int) -> AnyResponse:
    """The draft's page. Without a draft it leads to the plan, where a new version is started."""
    version = draft_of(_editable(number))
    if version is None:
        flash(_("There is no draft to edit. Start a new version first."), "late")
        return redirect(f"/plans/P-{number}", 303)
    beside = queries.beside(version)
    return page(version, form_of(version, beside.channels), beside=beside)


@bp.post("/plans/P-<int:number>/edit")
@access.signed_in
def update(number: int) -> AnyResponse:
    """Save what can be saved. Two buttons of the same form save nothing: one more change, measure again."""
    plan = _editable(number)
    version = draft_of(plan)
    if version is None:
        return errors.page(409)
    beside = queries.beside(version)
    form = form_of(version, beside.channels, more_rows=1 if "add_change" in request.form else 0)
    if "add_change" in request.form or "measure" in request.form:
        return page(version, form, beside=beside)
    refused = save_posted(version, form)
    if refused is not None:
        return refused
    flash(_("Saved."))
    return redirect(f"/plans/{plan.ref}/{'preview' if request.form.get('then') == 'preview' else 'edit'}", 303)


@bp.post("/plans/P-<int:number>/length-check")
@access.signed_in
def check_length(number: int) -> Response:
    """How long the plan would be with the form's texts, as JSON. Saves nothing."""
    version = draft_of(_editable(number))
    if version is None:
        return errors.page(409)
    beside = queries.beside(version)
    try:
        found = _measured(version, form_of(version, beside.channels), beside)
    except pdf.PdfError:
        return make_response(jsonify(error=_("The pages cannot be measured just now. Nothing is lost.")), 503)
    answer: dict[str, Any] = {
        "pages": found.pages, "limit": found.limit, "fill": found.fill, "over_by_lines": found.over_by_lines,
        "room_lines": found.room_lines,
        "sections": [{"key": k, "label": labels.part(k), "lines": lines} for k, lines in found.sections],
    }  # fmt: skip
    return jsonify(answer)


def draft_of(plan: Plan) -> PlanVersion | None:
    found = queries.open_version(plan)
    return found if found is not None and found.state in policy.EDITABLE else None


def form_of(version: PlanVersion, channels: Sequence[queries.OwnedChannel], *, more_rows: int = 0) -> PlanForm:
    """The form with its choice of channels: those of the office, closed ones only where the version touches them."""
    saved = content.of(version)
    offered = [channel for channel in channels if not channel.is_closed or channel.id in saved.channels]
    return PlanForm.of(saved, offered, more_rows=more_rows)


def save_posted(version: PlanVersion, form: PlanForm) -> AnyResponse | None:
    """Save the form's parts in a transaction of their own; the page to answer with where not all could be saved."""
    if not form.validate():
        return page(version, form, status=422)
    with transaction():
        conflicts = actions.save(version, form.entries(), by=access.viewer(), at=clock.now())
    return page(version, form, conflicts=conflicts, status=409) if conflicts else None


def page(
    version: PlanVersion,
    form: PlanForm,
    *,
    conflicts: Sequence[actions.Conflict] = (),
    status: int = 200,
    is_saved: bool = False,
    beside: queries.Beside | None = None,
) -> Response:
    """The edit page with what was typed, whatever happened to it. `is_saved`: what was typed has just been saved.

    `beside`: where it is known already and nothing was written since.
    """
    beside = beside or queries.beside(version)
    saved = content.of(version)
    shown = form.content(saved)
    is_misshapen = status == 422 and not is_saved  # a text past all limits would only keep the printer busy
    found = None if is_misshapen else _measured_or_none(version, form, beside)
    html = render_template(
        "plans/edit.html",
        plan=version.plan,
        version=version,
        form=form,
        meter=_meter(found),
        locks={key: _lock(key, saved, conflicts, is_saved=is_saved or status == 409) for key in content.PARTS},
        conflicts={conflict.key: conflict for conflict in conflicts},
        savers=queries.last_savers(version.plan, [conflict.key for conflict in conflicts]),
        counts=readiness.word_counts(shown),
        steps=readiness.steps(shown, found),
        labels=labels,
        named_changes=gather.changes,
        linked=beside.pain_points,
    )
    return make_response(html, status)


def _lock(key: str, saved: content.Content, conflicts: Sequence[actions.Conflict], *, is_saved: bool) -> str:
    """What the writer saw of a part: unchanged until it is saved, so that a later save still knows."""
    was_saved = is_saved and key not in {conflict.key for conflict in conflicts}
    posted = request.form.get(f"lock-{key}") if request.method == "POST" and not was_saved else None
    return posted or content.stamp(saved.part(key))


def _editable(number: int) -> Plan:
    plan = visible(number)
    access.require(policy.can_edit(access.viewer(), plan))
    return plan


def _measured(version: PlanVersion, form: PlanForm, beside: queries.Beside) -> length.Length:
    """Raises PdfError, at once where all texts together would keep the printers busy for minutes."""
    shown = form.content(content.of(version))
    if content.size(shown) > content.LONGEST:
        raise pdf.TooSlow("more than one section holds")
    sheet = assembling.draft_sheet(version, shown, beside)
    return rendering.measured(sheet, version.plan.cycle.page_limit)


def _measured_or_none(version: PlanVersion, form: PlanForm, beside: queries.Beside) -> length.Length | None:
    try:
        return _measured(version, form, beside)
    except pdf.PdfError:
        return None


def _meter(found: length.Length | None) -> dict[str, Any] | None:
    """The figures that templates/components/meter.html asks for."""
    if found is None:
        return None
    return {
        "pages": found.fill * found.limit,
        "limit": found.limit,
        "over_by_lines": found.over_by_lines,
        "room_lines": found.room_lines,
        "sections": [(labels.part(key), lines) for key, lines in found.sections],
    }
