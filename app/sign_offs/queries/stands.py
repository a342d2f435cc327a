"""How a version stands with each channel it touches: who is asked, the word, since when. One question per version."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import aliased, contains_eager

from app.accounts.models import ChannelOwnership, Person
from app.extensions import db
from app.offices.models import Channel
from app.plans.models import PlanVersion, VersionChannel
from app.sign_offs.models import Escalation, Outcome, SignOff, VersionSignOff, Word

_owner, _asked, _giver, _passed, _decider = (aliased(Person) for _ in range(5))
_said_of, _any = aliased(PlanVersion), aliased(SignOff)


@dataclass(frozen=True)
class Stand:
    """One channel of a version. Without a sign-off nobody was asked yet; `owner` is who owns it today.

    `said_of` is the number of the version that the word was asked of; `is_earlier` where that is another one, whose
    text is unchanged where the word rests.
    """

    channel: Channel
    sign_off: SignOff | None
    owner: str
    asked: str
    giver: str
    passed: str
    decider: str
    said_of: int
    is_earlier: bool

    def code(self, today: date) -> str:
        """The word; else "requested" until the asked-for date, "no_answer" after it, "not_asked" before any ask."""
        if self.sign_off is None:
            return "not_asked"
        if self.sign_off.word is not None:
            return self.sign_off.word.value
        return "requested" if self.sign_off.due_on >= today else "no_answer"

    @property
    def escalation(self) -> Escalation | None:
        """One level up; not where the owner has given another word since."""
        found = self.sign_off.escalation if self.sign_off else None
        return None if found is None or found.outcome is Outcome.SETTLED else found

    @property
    def person(self) -> str:
        """Who gave the word, else who is asked, else who owns the channel."""
        return self.giver or self.asked or ("" if self.sign_off else self.owner)

    @property
    def is_quiet(self) -> bool:
        """Agreement without more to say; everything else is read first."""
        return self.sign_off is not None and self.sign_off.word is Word.AGREE


def for_version(version_id: int) -> list[Stand]:
    """Every channel that the version touches, in the office's order."""
    counted = select(VersionSignOff.sign_off_id).where(
        VersionSignOff.version_id == VersionChannel.version_id, VersionSignOff.channel_id == VersionChannel.channel_id
    )
    return _stands(version_id, counted)


def newest_for(version_id: int, plan_id: int) -> list[Stand]:
    """The same for a draft: each channel with its newest sign-off, whatever version it was asked of."""
    newest = select(func.max(_any.id)).where(_any.plan_id == plan_id, _any.channel_id == VersionChannel.channel_id)
    return _stands(version_id, newest)


def newest_by_channel(plan_id: int) -> dict[int, SignOff]:
    """The newest sign-off of each channel, of whatever version of the plan."""
    newest = select(func.max(SignOff.id)).where(SignOff.plan_id == plan_id).group_by(SignOff.channel_id)
    found = db.session.scalars(select(SignOff).where(SignOff.id.in_(newest)))
    return {sign_off.channel_id: sign_off for sign_off in found}


def _stands(version_id: int, counted: Select[int]) -> list[Stand]:
    """`counted` finds the id of the sign-off of a row's channel."""
    is_owned = and_(ChannelOwnership.channel_id == VersionChannel.channel_id, ChannelOwnership.to_on.is_(None))
    asked = (
        select(Channel, SignOff, _owner.name, _asked.name, _giver.name, _passed.name, _decider.name, _said_of.number)
        .select_from(VersionChannel)
        .join(Channel, Channel.id == VersionChannel.channel_id)
        .outerjoin(SignOff, SignOff.id == counted.correlate(VersionChannel).scalar_subquery())
        .outerjoin(SignOff.escalation)
        .outerjoin(ChannelOwnership, is_owned)
        .outerjoin(_owner, _owner.id == ChannelOwnership.person_id)
        .outerjoin(_asked, _asked.id == SignOff.asked_id)
        .outerjoin(_giver, _giver.id == SignOff.given_by_id)
        .outerjoin(_passed, _passed.id == SignOff.passed_id)
        .outerjoin(_decider, _decider.id == func.coalesce(Escalation.decided_by_id, Escalation.decider_id))
        .outerjoin(_said_of, _said_of.id == SignOff.version_id)
        .where(VersionChannel.version_id == version_id)
        .options(contains_eager(SignOff.escalation))
        .order_by(Channel.id)
    )
    return [_stand(version_id, *row) for row in db.session.execute(asked).unique().all()]


def _stand(
    version_id: int, channel: Channel, sign_off: SignOff | None, owner: str | None, asked: str | None,
    giver: str | None, passed: str | None, decider: str | None, said_of: int | None,
) -> Stand:  # fmt: skip
    return Stand(
        channel, sign_off, owner or "", asked or "", giver or "", passed or "", decider or "", said_of or 0,
        sign_off is not None and sign_off.version_id != version_id,
    )  # fmt: skip
