"""One version of a plan: its two pages as frozen, and what was decided on it."""

from flask import Response, make_response, render_template
from flask_babel import gettext as _

from app.accounts.models import Person, Role
from app.measures import labels as measure_labels
from app.plans import assembling, labels, policy, queries, rendering
from app.plans.forms import ReturnForm
from app.plans.models import PlanVersion
from app.plans.routes.blueprint import bp, visible, visible_version
from app.reviews import labels as review_labels
from app.reviews import policy as review_policy
from app.reviews import queries as reviews
from app.sign_offs import labels as sign_off_labels
from app.sign_offs import standing
from app.web import access


@bp.get("/plans/P-<int:number>/versions/<int:version>")
@access.signed_in
def show_version(number: int, version: int) -> Response:
    return version_page(visible_version(number, version), ReturnForm(formdata=None))


@bp.get("/plans/P-<int:number>/history")
@access.signed_in
def history(number: int) -> str:
    """What happened to the plan, without anybody's words."""
    plan = visible(number)
    return render_template(
        "audit/of_thing.html", kind="plan", id=plan.id, ref=plan.ref, href=f"/plans/{plan.ref}",
        list=(_("Plans"), "/plans"), title=labels.title_of(plan),
    )  # fmt: skip


def version_page(version: PlanVersion, form: ReturnForm, *, status: int = 200) -> Response:
    """The page of a version, with the program office's choices where the viewer may decide."""
    viewer, plan, today = access.viewer(), version.plan, assembling.today_at(version.plan)
    can_decide, reads_remarks = _can_decide(viewer, version), review_policy.can_read(viewer, plan)
    sheet = assembling.shown_sheet(version)
    html = render_template(
        "plans/version.html",
        plan=plan,
        version=version,
        title=sheet.title,
        pages=rendering.preview(sheet, plan.cycle.page_limit, is_inside=True),
        form=form,
        can_decide=can_decide,
        kept_out="" if can_decide or not policy.is_waiting_for(viewer, version) else review_labels.WORKS_ON_IT,
        reads_remarks=reads_remarks,
        review=reviews.for_plan(plan.id) if reads_remarks and version.frozen else None,
        going_along=reviews.unsettled(plan) if can_decide else (),
        name_of=review_labels.part_of({one.key: one.name for one in sheet.names}),
        advice=assembling.advice(sheet) if _is_told_advice(viewer, version) else (),
        can_withdraw=policy.can_withdraw(viewer, version),
        stands=standing.ranked(version, today),
        today=today,
        labels=labels,
        sign_off_labels=sign_off_labels,
        advice_words=measure_labels.ADVICE,
    )
    return make_response(html, status)


def _is_told_advice(viewer: Person, version: PlanVersion) -> bool:
    """Who writes the plan, and who decides on it."""
    return policy.can_edit(viewer, version.plan) or viewer.has_role(Role.PROGRAM_OFFICE, version.plan.office)


def _can_decide(viewer: Person, version: PlanVersion) -> bool:
    """Who has written is only asked where the rest allows a decision."""
    if not policy.can_decide(viewer, version, ()):
        return False
    return policy.can_decide(viewer, version, queries.writer_ids(version.plan))
