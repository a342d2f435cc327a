"""What is asked of a person between the great steps of a plan, as rows: how it goes, what teams are stuck on, what was
agreed in a huddle, changes from elsewhere, and what others wait for."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from flask_babel import gettext as _

from app.accounts.models import Person
from app.adoptions import queries as adoptions
from app.check_ins import queries
from app.check_ins.models import BlockerState
from app.core import together
from app.home import offered, waits
from app.home.row import Row, clock
from app.huddles import queries as huddles
from app.huddles.labels import hour
from app.plans.labels import title_of

AROUND: dict[str, together.Part[Any]] = {
    "blockers": queries.ASKED_OF, "copies": adoptions.WAITING, **waits.PARTS,
}  # fmt: skip
FORTNIGHT = timedelta(days=14)


def rows(person: Person, today: date) -> Iterator[Row]:
    """Three queries."""
    for check_in in queries.due_for(person, today):
        href = f"/plans/{check_in.plan.ref}/check-ins/new"
        yield Row(
            due_on=check_in.due_on,
            clock=clock(today, check_in.asked_on, check_in.due_on),
            verb=_("Tell how it goes:"),
            title=title_of(check_in.plan),
            title_href=f"/plans/{check_in.plan.ref}",
            why=_("Three questions, one minute. A line to one of them is enough."),
            action_label=_("Tell"),
            action_href=href,
        )
    around = together.read(AROUND, {"person": person.id, "today": today, "soon": today + adoptions.SOON})
    yield from _blockers(around["blockers"], today)
    yield from _agreed(person, today)
    yield from offered.rows(around["copies"], today)
    yield from waits.rows(around, today)


def _blockers(found: Iterable[queries.OpenBlocker], today: date) -> Iterator[Row]:
    for one in found:
        is_new = one.state is BlockerState.OPEN
        yield Row(
            due_on=one.due_on,
            clock=clock(today, one.raised_on, one.due_on),
            verb=_("A team is stuck:") if is_new else _("You see to it:"),
            title=one.words[:140],
            title_href=one.href,
            why=_("%(name)s, %(office)s, asks you.", name=one.raised_by, office=one.office),
            action_label=_("Answer"),
            action_href=one.href,
        )


def _agreed(person: Person, today: date) -> Iterator[Row]:
    for one in huddles.of_person(person.id, today):
        yield _meeting(one, today) if one.is_meeting else _action(one, today)


def _action(one: huddles.Mine, today: date) -> Row:
    return Row(
        due_on=one.due_on,
        clock=clock(today, one.agreed_on, one.due_on),
        verb=_("You agreed to:"),
        title=one.words[:140],
        title_href=one.path,
        why=_("Noted in huddle %(huddle)s. Say what came of it.", huddle=f"H-{one.huddle}"),
        action_label=_("Say it"),
        action_href=f"{one.path}#outcome",
    )


def _meeting(one: huddles.Mine, today: date) -> Row:
    begins = hour(one.begins) if one.begins else ""
    has_met = one.due_on < today
    return Row(
        due_on=one.due_on,
        clock=clock(today, min(today, one.due_on - FORTNIGHT), one.due_on),
        verb=_("Close the minutes of the huddle of") if has_met else _("Meet in the huddle of"),
        title=one.words,
        title_href=one.path,
        why=_("It begins at %(hour)s. The agenda makes itself.", hour=begins),
        action_label=_("See the agenda"),
        action_href=one.path,
    )
