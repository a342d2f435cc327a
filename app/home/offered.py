"""What is asked of a seat about changes from elsewhere, as rows: an answer, how it is copied, what came of it."""

from collections.abc import Iterable, Iterator
from datetime import date

from flask_babel import gettext as _

from app.adoptions.models import State
from app.adoptions.queries import Listed
from app.home.row import Row, clock


def rows(found: Iterable[Listed], today: date) -> Iterator[Row]:
    """`found`: adoptions.queries.WAITING."""
    for one in found:
        if one.due_on is None:
            continue
        verb, label = _words(one)
        yield Row(
            due_on=one.due_on,
            clock=clock(today, one.since, one.due_on),
            verb=verb,
            title=one.what[:140],
            title_href=one.href,
            why=_("It helped in %(office)s.", office=one.origin),
            action_label=label,
            action_href=one.href,
        )


def _words(one: Listed) -> tuple[str, str]:
    if one.state is State.OFFERED:
        return _("Adopt it?"), _("Read it")
    if not one.is_judged:
        return _("Say with which measure, and since when:"), _("Say it")
    return _("Say what came of:"), _("Say it")
