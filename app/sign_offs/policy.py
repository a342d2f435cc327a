"""Who may do what with sign-offs, and when. Plain predicates on loaded things, no queries.

A 403 is about the person (`may_...`), a 409 about the moment (`can_...`). Nobody says a word on what they wrote.
"""

from collections.abc import Collection

from app.accounts.models import Person, Role
from app.plans import policy as plans
from app.plans.models import PlanVersion, VersionState
from app.sign_offs.models import Escalation, SignOff, Standing, State, Word

LIVE = frozenset({VersionState.IN_CONSULTATION, VersionState.SUBMITTED, VersionState.ACCEPTED})
"""States of a version whose sign-offs can still get a word."""


def counts_earlier(version: PlanVersion) -> bool:
    """Words on versions before this one may count for it, until it is decided."""
    return version.number > 1 and version.state in plans.OPEN


def can_ask(person: Person, version: PlanVersion) -> bool:
    """Put the draft before the channel owners: its team."""
    return plans.is_step_open("consult", version) and plans.is_on_team(person, version.plan)


def can_take_back(person: Person, version: PlanVersion) -> bool:
    """Make it a draft again, to write on."""
    return plans.is_step_open("take_back", version) and plans.is_on_team(person, version.plan)


def may_answer(person: Person, sign_off: SignOff, makers: Collection[int]) -> bool:
    """Who is asked, unless they wrote in the plan."""
    return is_asked(person, sign_off) and is_free_of(person, sign_off, makers)


def is_asked(person: Person, sign_off: SignOff) -> bool:
    """Whose channel it is now, also before the ask has followed it; in an owner's place who was named, while they are
    above the plan."""
    if sign_off.asked_as is Standing.OWNER:
        return sign_off.channel_id in person.rights.channel_ids
    return person.id == sign_off.asked_id and is_above(person, sign_off)


def is_above(person: Person, sign_off: SignOff) -> bool:
    """Head or program office of the plan's office or one above, as those are who speak for others here. Who was named
    and is neither any more has no say: it moves on to who is."""
    return person.has_any_role(Role.SPONSOR, Role.PROGRAM_OFFICE, office=sign_off.plan.office)


def is_free_of(person: Person, sign_off: SignOff, makers: Collection[int]) -> bool:
    return person.id not in makers and not plans.is_on_team(person, sign_off.plan)


def is_open(sign_off: SignOff, *, is_live: bool) -> bool:
    """A word can be given, or another one, until somebody above has decided on a "cannot"."""
    return is_live and (sign_off.escalation is None or not is_decided(sign_off.escalation))


def can_claim_met(person: Person, sign_off: SignOff, *, is_live: bool) -> bool:
    """The team says how the condition is met: once, until the owner has answered; then again if it is not."""
    is_open_condition = sign_off.word is Word.AGREE_IF and not sign_off.is_met and not sign_off.awaits_met_answer
    return is_live and is_open_condition and plans.is_on_team(person, sign_off.plan)


def can_answer_met(sign_off: SignOff, *, is_live: bool) -> bool:
    return is_live and sign_off.awaits_met_answer


def is_decided(escalation: Escalation) -> bool:
    """Decided one level up; a "cannot" that its owner took back is not."""
    return escalation.decided_at is not None


def is_escalated(sign_off: SignOff, *, is_live: bool) -> bool:
    return is_live and sign_off.state is State.ESCALATED


def can_say_view(person: Person, sign_off: SignOff, *, is_live: bool) -> bool:
    """The team's view, beside the owner's, until it is decided."""
    return is_escalated(sign_off, is_live=is_live) and plans.is_on_team(person, sign_off.plan)


def may_decide(person: Person, sign_off: SignOff, makers: Collection[int]) -> bool:
    """Who was asked one level up: nobody who speaks for the channel, and nobody who wrote it."""
    found = sign_off.escalation
    is_asked_above = found is not None and found.decider_id == person.id and is_above(person, sign_off)
    return is_asked_above and not is_party(person, sign_off) and is_free_of(person, sign_off, makers)


def is_party(person: Person, sign_off: SignOff) -> bool:
    """Gave the word, is asked for it now, or owns the channel by now, also before the ask has followed it."""
    is_named = person.id in (sign_off.given_by_id, sign_off.asked_id)
    return is_named or sign_off.channel_id in person.rights.channel_ids
