"""Two versions of one plan side by side, with the changed words marked."""

from flask import render_template, request

from app.core.row_numbers import row_number
from app.plans import labels as plan_labels
from app.plans import policy as plans
from app.plans import shown
from app.plans.models import PlanVersion
from app.reviews import comparing, labels, parts, sides
from app.reviews.routes.blueprint import PLAN, bp, visible_plan
from app.web import access


@bp.get(f"{PLAN}/compare")
@access.signed_in
def compare(number: int) -> str:
    """`?from=1&to=2`; without them the newest version that the viewer may read and the one before it."""
    plan, viewer = visible_plan(number), access.viewer()
    readable = [one for one in plan.versions if plans.can_read_version(viewer, one)]
    old, new = _chosen(readable)
    before, after = shown.of(old), shown.of(new)
    found = comparing.compare(sides.of(old, before), sides.of(new, after), parts.known()) if old is not new else []
    return render_template(
        "reviews/compare.html",
        plan=plan,
        versions=readable,
        old=old,
        new=new,
        parts=found,
        part_label=labels.part_of({**before.names, **after.names}),
        labels=plan_labels,
    )


def _chosen(readable: list[PlanVersion]) -> tuple[PlanVersion, PlanVersion]:
    """404 for a version that is not there to read."""
    by_number = {one.number: one for one in readable}
    new = _asked("to", by_number, readable[-1])
    earlier = [one for one in readable if one.number < new.number]
    return _asked("from", by_number, earlier[-1] if earlier else new), new


def _asked(name: str, by_number: dict[int, PlanVersion], otherwise: PlanVersion) -> PlanVersion:
    wanted = request.args.get(name, "").strip()
    if not wanted:
        return otherwise
    number = row_number(wanted)
    return access.found(by_number.get(number) if number is not None else None)
