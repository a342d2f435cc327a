"""Asking the channel owners: from the draft, whose text rests from then on, or when a version is handed in.

Only those are asked whose word does not rest on the same text already; their earlier word counts on.
"""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import delete, select

from app.accounts.models import Person
from app.core import events, workdays
from app.core.errors import NotAllowed, NotNow
from app.core.locks import hold
from app.extensions import db
from app.offices.days import today_at
from app.offices.queries import rules_for
from app.plans import content as contents
from app.plans import policy as plans
from app.plans import readiness
from app.plans.content import Content
from app.plans.models import Plan, PlanVersion
from app.sign_offs import concerns, policy, queries, upward
from app.sign_offs.actions import telling
from app.sign_offs.errors import NoChannels, NotWritten, TooSoon
from app.sign_offs.models import SignOff, VersionSignOff

DAYS_TO_ANSWER = 10
"""Working days of the office, where the team names no date."""
FARTHEST = timedelta(days=366)


def default_due(plan: Plan, at: datetime) -> date:
    """The day for which a word is asked, where nobody names another."""
    today = today_at(plan.office, at)
    return workdays.add(today, DAYS_TO_ANSWER, rules_for(plan.office, today).holidays)


def consult(version: PlanVersion, *, due_on: date | None, by: Person, at: datetime) -> None:
    """Put a draft before the channel owners; its text rests until it is taken back or handed in.

    Raises NotAllowed, NotNow, NoChannels, NotWritten, TooSoon.
    """
    hold(version)
    if not plans.is_on_team(by, version.plan):
        raise NotAllowed
    if not policy.can_ask(by, version):
        raise NotNow
    if not version.channels:
        raise NoChannels
    if readiness.missing(contents.of(version)):
        raise NotWritten
    version.state = plans.STEPS["consult"][1]
    db.session.flush()
    asked, counted = ask_rest(version, due_on=due_on, by=by, at=at)
    _record("plan.consulted", version, by=by, at=at, asked=asked, counted=counted)


def take_back(version: PlanVersion, *, by: Person, at: datetime) -> None:
    """Make it a draft again. What was said stays; who spoke of what changes then is asked again.

    Raises NotAllowed, NotNow.
    """
    hold(version)
    if not plans.is_on_team(by, version.plan):
        raise NotAllowed
    if not policy.can_take_back(by, version):
        raise NotNow
    version.state = plans.STEPS["take_back"][1]
    db.session.flush()
    _record("plan.taken_back", version, by=by, at=at)


def ask_rest(version: PlanVersion, *, due_on: date | None = None, by: Person, at: datetime) -> tuple[int, int]:
    """Ask whoever has not been asked of the same text; say how many, and how many earlier asks count on.

    Raises TooSoon for a day that is not after today, or more than a year off.
    """
    plan, content = version.plan, contents.of(version)
    today = today_at(plan.office, at)
    if due_on is not None and not today < due_on <= today + FARTHEST:
        raise TooSoon
    newest = queries.newest_by_channel(plan.id)
    known = {channel_id: one for channel_id, one in newest.items() if concerns.is_unchanged(one, content)}
    counts = {channel.id: known[channel.id] for channel in version.channels if channel.id in known}
    fresh = [channel.id for channel in version.channels if channel.id not in known]
    made = _asks(version, content, fresh, due_on or default_due(plan, at), by, at) if fresh else []
    _count(version, counts | {one.channel_id: one for one in made})
    for one in made:
        _tell(one, version, by=by, at=at)
    return len(made), len(counts)


def _asks(
    version: PlanVersion, content: Content, channel_ids: list[int], due_on: date, by: Person, at: datetime
) -> list[SignOff]:
    plan = version.plan
    owners, makers, heads = upward.owners_of(channel_ids), upward.makers_of(plan), upward.heads_above(plan)
    digests = concerns.digests(content, version.salt)
    made = []
    for channel_id in channel_ids:
        found = upward.asked_for(owners.get(channel_id), makers, heads)
        made.append(
            SignOff(
                plan_id=plan.id, channel_id=channel_id, version_id=version.id, asked_id=found.person_id,
                asked_as=found.standing, passed_id=found.passed_id, asked_by_id=by.id, asked_at=at,
                asked_on=today_at(plan.office, at), due_on=due_on, parts=digests, rests_on=list(concerns.ALWAYS),
            )
        )  # fmt: skip
    db.session.add_all(made)
    db.session.flush()
    return made


def _count(version: PlanVersion, counted: dict[int, SignOff]) -> None:
    """The version counts exactly these, also where it counted others before it was taken back."""
    asked = select(VersionSignOff.channel_id, VersionSignOff.sign_off_id).where(VersionSignOff.version_id == version.id)
    before = {row.channel_id: row.sign_off_id for row in db.session.execute(asked)}
    changed = {channel_id: one for channel_id, one in counted.items() if before.get(channel_id) != one.id}
    gone = (before.keys() - counted.keys()) | (before.keys() & changed.keys())
    if gone:
        own = VersionSignOff.version_id == version.id
        db.session.execute(delete(VersionSignOff).where(own, VersionSignOff.channel_id.in_(gone)))
    db.session.add_all(
        VersionSignOff(version_id=version.id, channel_id=channel_id, sign_off_id=one.id)
        for channel_id, one in changed.items()
    )
    db.session.flush()


def _tell(sign_off: SignOff, version: PlanVersion, *, by: Person, at: datetime) -> None:
    plan = version.plan
    events.record(
        "sign_off.requested", sign_off, by=by, at=at, office_id=plan.office_id, plan_id=plan.id,
        version=version.number, channel_id=sign_off.channel_id, person_id=sign_off.asked_id,
        due_on=sign_off.due_on.isoformat(), content_hash=concerns.summary(sign_off),
    )  # fmt: skip
    if sign_off.asked_id is not None:
        telling.notify(sign_off.asked_id, "sign_off_asked", sign_off, at=at, version=version.number)


def _record(verb: str, version: PlanVersion, *, by: Person, at: datetime, **codes: Any) -> None:
    plan = version.plan
    events.record(verb, plan, by=by, at=at, office_id=plan.office_id, version=version.number, **codes)
