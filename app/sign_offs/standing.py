"""How a version stands with its channels, also a draft: there, earlier words count that rest on the same text.

Reads only; one question.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from app.offices.models import Channel
from app.pain_points.labels import CHANNELS
from app.plans import content as contents
from app.plans import policy as plans
from app.plans.content import Content
from app.plans.models import PlanVersion, VersionState
from app.plans.sheet import SignOff as Printed
from app.sign_offs import concerns, queries
from app.sign_offs.models import Outcome
from app.sign_offs.queries import Stand

RANKS = ("cannot", "no_answer", "agree_if", "requested", "not_asked", "agree")
"""What is read first on a page."""
NOT_HANDED_IN = (VersionState.DRAFT, VersionState.IN_CONSULTATION)


def of(version: PlanVersion, content: Content | None = None) -> list[Stand]:
    """Each channel that the version touches. Of a draft: who would be asked now stands as not asked."""
    if version.state not in plans.EDITABLE:
        return queries.for_version(version.id)
    written = content or contents.of(version)
    return [_if_unchanged(stand, written) for stand in queries.newest_for(version.id, version.plan_id)]


def ranked(version: PlanVersion, today: date) -> list[Stand]:
    """The same with objections first, then silence and conditions; agreement last."""
    return sorted(of(version), key=lambda stand: RANKS.index(stand.code(today)))


def printed(version: PlanVersion, content: Content, today: date) -> tuple[Printed, ...]:
    """The line of the two pages. Handing in asks who was not asked yet, so the sheet says already that they are; what
    was handed in without asking says nothing of them."""
    is_said = version.state in NOT_HANDED_IN
    touched = (stand for stand in of(version, content) if stand.channel.id in content.channels)
    return on_paper((one for one in touched if is_said or one.sign_off), today)


def on_paper(stands: Iterable[Stand], today: date) -> tuple[Printed, ...]:
    """These channels as paper names them."""
    return tuple(Printed(_short(one.channel), _code(one, today)) for one in stands)


def _short(channel: Channel) -> str:
    """Its own name; the line must be short, and the list above it says which channel that is."""
    return channel.name or str(CHANNELS[channel.kind])


def _if_unchanged(stand: Stand, content: Content) -> Stand:
    if stand.sign_off is None or concerns.is_unchanged(stand.sign_off, content):
        return stand
    return replace(stand, sign_off=None, asked="", giver="", passed="", decider="")


def _code(stand: Stand, today: date) -> str:
    """As the stand's, and what became of a condition or an objection."""
    code = stand.code(today)
    if code == "not_asked":
        return "requested"
    if stand.sign_off is not None and code == "agree_if" and stand.sign_off.is_met:
        return "met"
    above = stand.escalation
    return "goes_ahead" if above is not None and above.outcome is Outcome.GOES_AHEAD else code
