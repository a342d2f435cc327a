"""The plans of one office in two cycles, as they are in force: what was promised then, and what is now."""

from collections.abc import Sequence
from typing import Any

from flask import render_template, request

from app.core.row_numbers import row_number
from app.measures import labels as measure_labels
from app.offices.queries import get_by_slug
from app.plans import labels as plan_labels
from app.plans import shown
from app.plans.models import PlanVersion
from app.reviews import comparing, labels, parts, queries, sides
from app.reviews.routes.blueprint import bp
from app.web import access
from app.web.figures import day, listed


@bp.get("/offices/<slug>/plans/compare")
@access.signed_in
def compare_cycles(slug: str) -> str:
    """`?from=12&to=40` are numbers of plans; without them the two newest plans in force. Everyone reads these."""
    office = access.found(get_by_slug(slug))
    in_force = queries.in_force_at(office)
    new = _asked("to", in_force, in_force[0] if in_force else None)
    older = [one for one in in_force if new is not None and one.plan.cycle.starts_on < new.plan.cycle.starts_on]
    old = _asked("from", in_force, older[0] if older else None)
    is_pair = old is not None and new is not None and old is not new
    return render_template(
        "reviews/cycles.html",
        office=office,
        choices=in_force,
        old=old,
        new=new,
        **(_compared(old, new) if is_pair and old and new else {}),
        labels=plan_labels,
    )


def _compared(old: PlanVersion, new: PlanVersion) -> dict[str, Any]:
    newest: dict[int, dict[str, str]] = {old.id: {}, new.id: {}}
    for row in queries.newest_numbers((old, new)):
        newest[row.version_id][row.name] = listed((measure_labels.figure(row.value, row.unit), day(row.period_end)))
    before, after = shown.of(old), shown.of(new)
    sides_of = sides.of(old, before, newest[old.id]), sides.of(new, after, newest[new.id])
    return {
        "parts": comparing.compare(*sides_of, parts.known()),
        "part_label": labels.part_of({**before.names, **after.names}),
    }


def _asked(name: str, in_force: Sequence[PlanVersion], otherwise: PlanVersion | None) -> PlanVersion | None:
    wanted = request.args.get(name, "").strip()
    if not wanted:
        return otherwise
    number = row_number(wanted)
    return access.found(next((one for one in in_force if one.plan.number == number), None))
