"""The two pages: frozen PDFs as they were stored, the draft's made now, and the sheet on screen."""

from flask import Response, make_response, render_template, request

from app.core import storage
from app.plans import assembling, labels, policy, queries, rendering
from app.plans.models import PlanVersion
from app.plans.queries import paper
from app.plans.routes.blueprint import bp, visible, visible_version
from app.plans.routes.edit import draft_of
from app.web import access


@bp.get("/plans/P-<int:number>.pdf")
@access.signed_in
def plan_pdf(number: int) -> Response:
    """The version in force, else the latest submitted; `?draft=1` the draft, for those who may edit it."""
    if request.args.get("draft") == "1":
        plan = visible(number)
        access.require(policy.can_edit(access.viewer(), plan))
        return _draft_pdf(access.found(draft_of(plan)))
    found = access.found(paper.printed(number))
    return _stored(found.pdf_sha256, f"P-{number}-version-{found.number}.pdf")


@bp.get("/plans/P-<int:number>/versions/<int:version>.pdf")
@access.signed_in
def version_pdf(number: int, version: int) -> Response:
    """The bytes that were frozen when this version was submitted."""
    found = visible_version(number, version)
    return _stored(found.pdf_sha256, f"{found.plan.ref}-version-{found.number}.pdf")


@bp.get("/plans/P-<int:number>/preview")
@access.signed_in
def preview(number: int) -> str:
    """The sheet on screen, from the template that prints: the draft for who reads drafts, else the version shown."""
    plan, viewer = visible(number), access.viewer()
    draft = draft_of(plan) if policy.can_read_drafts(viewer, plan) else None
    version = access.found(draft or queries.shown_to(plan, viewer))
    sheet = assembling.shown_sheet(version)
    return render_template(
        "plans/preview.html",
        plan=plan,
        version=version,
        sheet=rendering.preview(sheet, plan.cycle.page_limit),
        is_draft=version is draft and policy.can_edit(viewer, plan),
        labels=labels,
    )


def _stored(sha256: str | None, file_name: str) -> Response:
    """Stored bytes only; a browser that has them already gets 304, after a redaction there is nothing to get."""
    name = access.found(sha256)
    answer = make_response()
    answer.set_etag(name)
    answer.headers["Cache-Control"] = "private, no-cache"
    if request.if_none_match.contains(name) and storage.is_there(name):
        answer.status_code = 304
        return answer
    answer.set_data(access.found(storage.fetch(name)))
    return _as_pdf(answer, file_name)


def _draft_pdf(version: PlanVersion) -> Response:
    limit = version.plan.cycle.page_limit
    answer = make_response(rendering.printed(assembling.draft_sheet(version), limit).pdf)
    answer.headers["Cache-Control"] = "private, no-store"
    return _as_pdf(answer, f"{version.plan.ref}-draft.pdf")


def _as_pdf(answer: Response, name: str) -> Response:
    answer.headers["Content-Type"] = "application/pdf"
    answer.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return answer
