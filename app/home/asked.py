"""What somebody is asked about plans of others, as rows of Today: a word, whether a condition is met, a decision."""

from collections.abc import Iterator
from datetime import date, datetime

from flask_babel import gettext as _

from app.accounts.models import Person
from app.home.row import Row, clock
from app.plans.labels import channel, title_of
from app.sign_offs.models import SignOff, State
from app.sign_offs.queries import waiting_for


def rows(person: Person, today: date) -> Iterator[Row]:
    """The next dates first."""
    for sign_off in waiting_for(person.id):
        yield _row(sign_off, person, today)


def _row(sign_off: SignOff, person: Person, today: date) -> Row:
    verb, label, why = _words(sign_off, person)
    href = f"/plans/{sign_off.plan.ref}/sign-offs/{sign_off.id}"
    return Row(
        due_on=sign_off.due_on,
        clock=clock(today, min(_since(sign_off).date(), today), sign_off.due_on),
        verb=verb,
        title=title_of(sign_off.plan),
        title_href=href,
        why=f"{channel(sign_off.channel.kind, sign_off.channel.name)}. {why}",
        action_label=label,
        action_href=href,
    )


def _since(sign_off: SignOff) -> datetime:
    """When this was asked, and not what came before."""
    above = sign_off.escalation
    raised_at = above.raised_at if above is not None and sign_off.state is State.ESCALATED else None
    return raised_at or sign_off.met_at or sign_off.asked_at


def _words(sign_off: SignOff, person: Person) -> tuple[str, str, str]:
    above = sign_off.escalation
    if sign_off.state is State.ESCALATED and above is not None and above.decider_id == person.id:
        return _("Decide on an objection to"), _("Decide"), _("Its owner cannot agree. Both views stand side by side.")
    if sign_off.awaits_met_answer:
        return _("Say whether your condition is met in"), _("Answer"), _("The team says that it is.")
    return _("Give your word on"), _("Answer"), _("You answer for this channel. Silence shows as silence.")
