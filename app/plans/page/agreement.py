"""How the channels' owners stand to a version, on the plan's page: who said what, and the sum in one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.core import reading
from app.plans.models import PlanVersion
from app.sign_offs import labels, standing
from app.sign_offs.queries import Stand


@dataclass(frozen=True)
class Agreement:
    """`waits_for` are ids of people whose word is asked for, with the address where they give it."""

    stands: Sequence[Stand]
    sentence: str
    waits_for: dict[int, str]


def of(version: PlanVersion, today: date) -> Agreement:
    """On a day. Its objects are of no session, so that the page can be kept."""
    stands = standing.ranked(version, today)
    reading.apart(thing for one in stands for thing in (one.channel, one.sign_off, one.escalation) if thing)
    return Agreement(stands, labels.consensus(stands, today), _waiting(version, stands))


def _waiting(version: PlanVersion, stands: Sequence[Stand]) -> dict[int, str]:
    return {
        one.sign_off.asked_id: f"/plans/{version.plan.ref}/sign-offs/{one.sign_off.id}"
        for one in stands
        if one.sign_off is not None and one.sign_off.word is None and one.sign_off.asked_id is not None
    }
