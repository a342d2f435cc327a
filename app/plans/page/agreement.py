"""How the channels' owners stand to a version, on the plan's page: who said what, and the sum in one sentence."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import ngettext

from app.core import reading
from app.plans.models import PlanVersion
from app.sign_offs import standing
from app.sign_offs.queries import Stand


@dataclass(frozen=True)
class Agreement:
    """`waits_for` are ids of people whose word is asked for, with the address where they give it."""

    stands: Sequence[Stand]
    sentence: str
    waits_for: dict[int, str]


def of(version: PlanVersion, today: date) -> Agreement:
    """On a day. Its objects are of no session, so that the page can be kept."""
    stands = standing.of(version)
    reading.apart(thing for one in stands for thing in (one.channel, one.sign_off, one.escalation) if thing)
    return Agreement(stands, _sentence(stands, today), _waiting(version, stands))


def _sentence(stands: Sequence[Stand], today: date) -> str:
    """Agreement first, then what stands against it; silence is said and never counted as consent."""
    asked = [one for one in stands if one.sign_off is not None]
    if not asked:
        return ""
    counts = Counter(_code(one, today) for one in asked)
    of_all = ngettext(
        "%(agree)s of %(num)s channel agrees.", "%(agree)s of %(num)s channels agree.", len(asked),
        agree=counts["agree"],
    )  # fmt: skip
    told = [of_all]
    if counts["agree_if"]:
        told.append(ngettext("%(num)s has a condition.", "%(num)s have a condition.", counts["agree_if"]))
    if counts["cannot"]:
        told.append(ngettext("%(num)s cannot agree.", "%(num)s cannot agree.", counts["cannot"]))
    if counts["no_answer"]:
        told.append(ngettext("%(num)s is silent.", "%(num)s are silent.", counts["no_answer"]))
    return " ".join(told)


def _code(stand: Stand, today: date) -> str:
    is_met = stand.sign_off is not None and stand.sign_off.is_met
    return "agree" if is_met else stand.code(today)


def _waiting(version: PlanVersion, stands: Sequence[Stand]) -> dict[int, str]:
    return {
        one.sign_off.asked_id: f"/plans/{version.plan.ref}/sign-offs/{one.sign_off.id}"
        for one in stands
        if one.sign_off is not None and one.sign_off.word is None and one.sign_off.asked_id is not None
    }
