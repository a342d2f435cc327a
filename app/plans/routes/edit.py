"""The draft's page: showing it, and saving what it posts. Saving by itself is in saves.py."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Response, flash, make_response, redirect, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from app.core import clock
from app.core.database import transaction
from app.plans import actions, content, gather, labels, policy, queries, readiness, sections
from app.plans.forms import PlanForm
from app.plans.models import Plan, PlanVersion
from app.plans.routes import answering, meter
from app.plans.routes.blueprint import bp, visible
from app.plans.routes.company import company, last_saved
from app.web import access, errors


@bp.get("/plans/P-<int:number>/edit")
@access.signed_in
def edit(number: int) -> AnyResponse:
    """The draft's page. Without a draft it leads to the plan, where a new version is started."""
    version = draft_of(writable(number))
    if version is None:
        return without_draft(number)
    beside = _beside(version)
    return page(version, form_of(version, beside.channels), beside=beside)


@bp.post("/plans/P-<int:number>/edit")
@access.signed_in
def update(number: int) -> AnyResponse:
    """Save what can be saved. Two buttons of the same form save nothing: one more change, measure again."""
    plan = writable(number)
    version = draft_of(plan)
    if version is None:
        return errors.page(409)
    beside = _beside(version)
    form = form_of(version, beside.channels, more_rows=1 if "add_change" in request.form else 0)
    if "add_change" in request.form or "measure" in request.form:
        return page(version, form, beside=beside)
    refused = save_posted(version, form)
    if refused is not None:
        return refused
    flash(_("Saved."))
    return redirect(f"/plans/{plan.ref}/{'preview' if request.form.get('then') == 'preview' else 'edit'}", 303)


def without_draft(number: int) -> AnyResponse:
    """Where to go instead of the draft's page, and why: a text that its readers are asked about rests."""
    found = queries.open_version(visible(number))
    if found is not None and policy.is_step_open("take_back", found):
        flash(_("The channel owners are asked about this text, so it rests. Take it back to write on."), "late")
        return redirect(f"/plans/P-{number}/sign-offs", 303)
    flash(_("There is no draft to edit. Start a new version first."), "late")
    return redirect(f"/plans/P-{number}", 303)


def draft_of(plan: Plan) -> PlanVersion | None:
    found = queries.open_version(plan)
    return found if found is not None and found.state in policy.EDITABLE else None


def form_of(version: PlanVersion, channels: Sequence[queries.OwnedChannel], *, more_rows: int = 0) -> PlanForm:
    """The form with its choice of channels: those of the office, closed ones only where the version touches them."""
    saved = content.of(version)
    offered = [channel for channel in channels if not channel.is_closed or channel.id in saved.channels]
    form = PlanForm.of(saved, offered, more_rows=more_rows)
    form.follow(sections.of(version.plan))
    return form


def save_posted(version: PlanVersion, form: PlanForm) -> AnyResponse | None:
    """Save the form's parts, then answers to remarks, each in a transaction; the page where not all could be saved."""
    if not form.validate():
        return page(version, form, status=422)
    with transaction():
        conflicts = actions.save(version, form.entries(), by=access.viewer(), at=clock.now())
    if conflicts:
        return page(version, form, conflicts=conflicts, status=409)
    problem = answering.refusal(version)
    if problem is None:
        return None
    form.form_errors = [*form.form_errors, problem]
    return page(version, form, status=422, is_saved=True)


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
    beside = beside or _beside(version)
    plan, saved = version.plan, content.of(version)
    shown, asked = form.content(saved), sections.of(plan)
    names, along = labels.names(asked), queries.along(plan)
    html = render_template(
        "plans/edit.html",
        plan=plan,
        version=version,
        form=form,
        locks={key: _lock(key, saved, shown, conflicts, is_saved=is_saved or status == 409) for key in content.PARTS},
        conflicts={conflict.key: conflict for conflict in conflicts},
        savers=queries.last_savers(along.saves, [conflict.key for conflict in conflicts]),
        unsaved=[key for key in content.PARTS if shown.part(key) != saved.part(key)],
        sections=asked,
        company=company(along.saves, access.viewer(), names),
        writers=_writers(plan),
        can_submit=policy.can_edit(access.viewer(), plan),
        names=names,
        labels=labels,
        named_changes=gather.changes,
        linked=beside.pain_points,
        **_told(version, asked, shown, along.examples),
        saved=last_saved(version),
        **meter.judged(version, shown, beside, unread=form.unread, names=names),
    )
    return make_response(html, status)


def _told(
    version: PlanVersion,
    asked: Mapping[str, sections.Section],
    shown: content.Content,
    examples: Mapping[str, Sequence[queries.Example]],
) -> dict[str, Any]:
    """What stands beside a part: `about(key)` a section's rule, words, examples and remarks; `remarks` those of any."""
    counts, remarks = readiness.word_counts(shown), answering.boxes(version)
    return {
        "remarks": remarks,
        "about": lambda key: {
            "section": asked[key],
            "count": counts[key],
            "examples": examples.get(key, ()),
            "remarks": remarks.get(key, ()),
        },
    }


def _beside(version: PlanVersion) -> queries.Beside:
    """As queries.beside, with the reports out of the question that the page asks anyhow."""
    return queries.Beside(queries.along(version.plan).pain_points, queries.owned_channels(version))


def _writers(plan: Plan) -> list[str]:
    """Names of those who write in the draft: the team first."""
    team = [plan.seat.champion, plan.seat.deputy] if plan.seat else []
    along = [one.person for one in plan.contributors if policy.is_contributor(one.person, plan)]
    return [person.name for person in (*team, *along) if person]


def _lock(
    key: str,
    saved: content.Content,
    shown: content.Content,
    conflicts: Sequence[actions.Conflict],
    *,
    is_saved: bool,
) -> str:
    """What the writer saw of a part: unchanged until it is saved, so that a later save still knows. Empty where they
    sent other words than are saved without having seen those."""
    was_saved = is_saved and key not in {conflict.key for conflict in conflicts}
    posted = request.form.get(f"lock-{key}") if request.method == "POST" and not was_saved else None
    is_seen = was_saved or shown.part(key) == saved.part(key)
    return posted or (content.stamp(saved.part(key)) if is_seen else "")


def writable(number: int) -> Plan:
    """The plan, where the viewer writes in its draft."""
    plan = visible(number)
    access.require(policy.can_write(access.viewer(), plan))
    return plan
