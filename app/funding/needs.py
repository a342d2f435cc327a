"""What a request rests on, point by point: whether it is there, and where it is made. For who may ask."""

from collections.abc import Collection
from dataclasses import dataclass

from flask_babel import gettext as _

from app.funding.models import FundingRound
from app.funding.queries import Readiness
from app.plans import policy as plans
from app.plans import queries
from app.plans.models import Plan, PlanState, VersionState


@dataclass(frozen=True)
class Need:
    """`href` and `label` lead to where it is made."""

    is_there: bool
    words: str
    href: str
    label: str


def needs(plan: Plan, ready: Readiness, rounds: Collection[FundingRound]) -> list[Need]:
    """All of them, in the order in which they come about."""
    url = f"/plans/{plan.ref}"
    proof = _("Numbers for a whole period after the change, so that the evidence is E2 or better, and fresh.")
    return [
        Need(ready.is_active, _("An accepted plan that is being carried out."), *_next_step(plan, url)),
        Need(bool(ready.with_baseline), _("A measure with a baseline."), f"{url}/measures", _("State the baseline")),
        Need(bool(ready.proven), proof, f"{url}/measures", _("Enter numbers")),
        Need(bool(ready.reports), _("A published progress report of this plan."), "/reports/new", _("Write one")),
        Need(bool(rounds), _("A round that takes requests today."), "/funding", _("See the rounds")),
    ]


def _next_step(plan: Plan, url: str) -> tuple[str, str]:
    """Where a plan that is not carried out gets further; one that is needs nothing."""
    if plan.state is PlanState.ACTIVE:
        return url, _("The plan")
    if plan.state is PlanState.PAUSED:
        return f"{url}/resumptions/new", _("Go on with the plan")
    if plan.state in plans.OVER:
        return f"{url}/closing", _("What came of it")
    version = queries.open_version(plan)
    if version is None:
        return url, _("The plan")
    if version.state is VersionState.DRAFT:
        return f"{url}/edit", _("Edit version %(number)s", number=version.number)
    if version.state is VersionState.IN_CONSULTATION:
        return f"{url}/sign-offs", _("See who agrees")
    return f"{url}/versions/{version.number}", _("Version %(number)s", number=version.number)
