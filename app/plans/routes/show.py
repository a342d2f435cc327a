"""The page of a plan: how it stands in one sentence, what comes next, then the whole of it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from flask import render_template

from app.accounts.models import Person
from app.measures import card
from app.measures import queries as measures
from app.measures.models import Kind, Signal
from app.milestones import labels as milestone_labels
from app.milestones import queries as milestones
from app.milestones.models import Milestone, State
from app.plans import assembling, labels, policy, queries, saving, shown, standing
from app.plans.models import Plan, PlanVersion, VersionState
from app.plans.routes import drawing
from app.plans.routes.blueprint import bp, visible
from app.web import access

NARROW = (300.0, 170.0)  # points: width and height of a chart that stands beside another


@bp.get("/plans/P-<int:number>")
@access.signed_in
def show(number: int) -> str:
    """The version in force, else the newest that the viewer may read."""
    plan, viewer = visible(number), access.viewer()
    version = access.found(queries.shown_to(plan, viewer))
    today = assembling.today_at(plan)
    promised, numbers = milestones.for_plan(plan.id), measures.for_version(version.id)
    return render_template(
        "plans/show.html",
        plan=plan,
        version=version,
        shown=shown.of(version),
        linked=queries.linked_pain_points(plan),
        cards=_cards(numbers, today),
        milestones=[(one, milestone_labels.clock_of(one, today)) for one in promised],
        months=drawing.twelve_months(promised, plan.cycle.starts_on, today),
        standing=_standing(promised, numbers, today),
        headline=_headline(version, numbers),
        labels=labels,
        milestone_labels=milestone_labels,
        **_versions(plan, viewer),
    )


def _cards(numbers: Sequence[measures.Numbers], today: date) -> list[tuple[bool, card.Card]]:
    """Outcomes wide, the others in pairs."""
    wide = [(one.measure.kind is Kind.OUTCOME, one) for one in numbers]
    ordered = sorted(wide, key=lambda pair: not pair[0])
    return [
        (is_wide, card.card_of(one, today) if is_wide else card.card_of(one, today, width=NARROW[0], height=NARROW[1]))
        for is_wide, one in ordered
    ]


def _standing(promised: Sequence[Milestone], numbers: Sequence[measures.Numbers], today: date) -> standing.Standing:
    kept = [one for one in promised if one.state is not State.DROPPED]
    return standing.of(
        [
            standing.Promise(one.id, one.name, one.owner, one.due_on, one.is_open, one.days_late(today))
            for one in kept
        ],
        len(promised) - len(kept),
        [standing.Number(one.measure.signal.value, one.measure.stale_after) for one in numbers],
        today,
    )


def _headline(version: PlanVersion, numbers: Sequence[measures.Numbers]) -> str:
    """Days saved at no cost, or promised."""
    days = saving.free_days(version.today_days, version.after_days, (change.cost for change in version.changes))
    improves = any(one.measure.kind is Kind.OUTCOME and one.measure.signal is Signal.IMPROVING for one in numbers)
    is_carried = version.state is VersionState.ACCEPTED and version.plan.state in saving.CARRIED
    return labels.free_days(days, is_shown=improves and is_carried)


def _versions(plan: Plan, viewer: Person) -> dict[str, Any]:
    """The versions that the viewer reads, which of them counts for what, and what the viewer may do."""
    draft = queries.open_version(plan)
    return {
        "versions": [one for one in reversed(plan.versions) if policy.can_read_version(viewer, one)],
        "in_force": queries.in_force(plan),
        "paper": queries.on_paper(plan),
        "draft": draft,
        "can_edit": policy.can_edit(viewer, plan),
        "can_revise": policy.can_revise(viewer, plan),
        "can_submit": draft is not None and policy.can_submit(viewer, draft),
    }
