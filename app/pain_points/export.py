"""Reports as CSV, line by line. No names of people; small groups of colleagues are not counted out."""

from collections.abc import Iterable, Iterator
from typing import Any

from flask_babel import gettext as _
from flask_babel import pgettext

from app.core import sheets
from app.pain_points import labels
from app.pain_points.lists import ListRow


def lines(rows: Iterable[ListRow]) -> Iterator[str]:
    """The head and one line for each row, ready to be sent."""
    yield sheets.MARK + sheets.line(_head())
    for row in rows:
        yield sheets.line(_cells(row))


def _head() -> list[str]:
    return [
        pgettext("of a thing", "Number"), _("Title"), _("What happens"), _("Suggestion"), _("Office"), _("State"),
        _("Channel"), _("Journey"), _("How often"), _("Customers each time"), _("Received"), _("To be read by"),
        _("To be answered by"), _("Answered"), _("Fixed"), _("Colleagues who see it too"), _("Customers a month"),
        _("Customers' minutes a month"), _("In a plan"),
    ]  # fmt: skip


def _cells(row: ListRow) -> list[Any]:
    return [
        f"PP-{row.number}", row.title, row.happening, row.suggestion, row.office_name, labels.STATES[row.state],
        labels.CHANNELS[row.channel], labels.STAGES[row.stage] if row.stage else "", labels.FREQUENCIES[row.frequency],
        row.customers, row.received_on, row.ack_due_on, row.answer_due_on, row.answered_on, row.fixed_on,
        _group(row), row.people_per_month, row.minutes_per_month, _("yes") if row.is_in_plan else _("no"),
    ]  # fmt: skip


def _group(row: ListRow) -> str:
    """Below the office's smallest group a count could point at people."""
    if 0 < row.sighting_count < row.smallest_group:
        return _("fewer than %(k)s", k=row.smallest_group)
    return str(row.sighting_count)
