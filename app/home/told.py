"""What is asked of a person between the great steps of a plan, as rows: how it goes, and what teams are stuck on."""

from collections.abc import Iterator
from datetime import date

from flask_babel import gettext as _

from app.accounts.models import Person
from app.check_ins import queries
from app.check_ins.models import BlockerState
from app.home.row import Row, clock


def rows(person: Person, today: date) -> Iterator[Row]:
    """Two queries."""
    for check_in in queries.due_for(person, today):
        href = f"/plans/{check_in.plan.ref}/check-ins/new"
        yield Row(
            due_on=check_in.due_on,
            clock=clock(today, check_in.asked_on, check_in.due_on),
            verb=_("Tell how it goes:"),
            title=check_in.plan.title or check_in.plan.ref,
            title_href=f"/plans/{check_in.plan.ref}",
            why=_("Three questions, one minute. A line to one of them is enough."),
            action_label=_("Tell"),
            action_href=href,
        )
    yield from _blockers(person, today)


def _blockers(person: Person, today: date) -> Iterator[Row]:
    for one in queries.asked_of(person):
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
