"""Who is asked: a channel's owner, and in whose place and above whom somebody else. Reads only.

Nobody signs off what they wrote, whatever else they are: then the next one up is asked, and the page says so.
"""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import func, or_, select

from app.accounts.models import ChannelOwnership, Person, Role, RoleGrant
from app.extensions import db
from app.offices.models import Office
from app.plans.models import Plan
from app.plans.queries import writer_ids
from app.sign_offs.models import SignOff, Standing


@dataclass(frozen=True)
class Asked:
    """Who is asked (None where the agency has nobody), as what, and who was passed over for it."""

    person_id: int | None
    standing: Standing = Standing.OWNER
    passed_id: int | None = None


def makers_of(plan: Plan) -> frozenset[int]:
    """Who wrote in the plan or is on its team: they say nothing on it."""
    is_current = (RoleGrant.office_id == plan.office_id, RoleGrant.cycle_id == plan.cycle_id)
    team = select(RoleGrant.person_id).where(
        *is_current, RoleGrant.role.in_((Role.CHAMPION, Role.DEPUTY)), RoleGrant.to_on.is_(None)
    )
    return writer_ids(plan) | frozenset(db.session.scalars(team))


def owners_of(channel_ids: Collection[int]) -> dict[int, int]:
    """Who owns which channel now; only people who can sign in."""
    asked = (
        select(ChannelOwnership.channel_id, ChannelOwnership.person_id)
        .join(Person, Person.id == ChannelOwnership.person_id)
        .where(ChannelOwnership.channel_id.in_(channel_ids), ChannelOwnership.to_on.is_(None), Person.is_active)
    )
    return {row.channel_id: row.person_id for row in db.session.execute(asked)}


def heads_above(plan: Plan) -> list[int]:
    """Heads of the plan's office and of those above it, the nearest first; then the program office likewise."""
    asked = (
        select(RoleGrant.person_id)
        .join(Office, Office.id == RoleGrant.office_id)
        .join(Person, Person.id == RoleGrant.person_id)
        .where(
            or_(RoleGrant.role == Role.SPONSOR, RoleGrant.role == Role.PROGRAM_OFFICE),
            RoleGrant.to_on.is_(None), Person.is_active, RoleGrant.office_id.in_(plan.office.ancestor_ids),
        )
        .order_by(RoleGrant.role != Role.SPONSOR, func.length(Office.path).desc(), RoleGrant.id)
    )  # fmt: skip
    return list(dict.fromkeys(db.session.scalars(asked)))


def asked_for(owner_id: int | None, makers: Collection[int], heads: Collection[int]) -> Asked:
    """The owner; where there is none, or it is one of the plan's makers, the nearest head who is not."""
    if owner_id is not None and owner_id not in makers:
        return Asked(owner_id)
    standing = Standing.FOR_NOBODY if owner_id is None else Standing.FOR_WRITER
    return Asked(next((one for one in heads if one not in makers), None), standing, owner_id)


def parties_of(sign_off: SignOff) -> frozenset[int]:
    """Who speaks for the channel: who gave the word, and who is asked now. Neither decides on an objection of it."""
    return frozenset(one for one in (sign_off.given_by_id, sign_off.asked_id) if one is not None)


def decider_for(parties: Collection[int], makers: Collection[int], heads: Collection[int]) -> Asked:
    """The nearest head above who neither wrote it nor speaks for the channel, and the nearer one passed over."""
    heads = list(heads)
    start = max((heads.index(one) + 1 for one in parties if one in heads), default=0)
    free = [one for one in heads if one not in parties]
    above = [one for one in heads[start:] if one not in parties] or free
    found = next((one for one in above if one not in makers), None)
    return Asked(found, passed_id=above[0] if above and above[0] != found else None)
