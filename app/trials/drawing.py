"""Small tests as charts mark them. No rule lives here."""

from collections.abc import Iterable

from app.core.charts import Span
from app.trials import labels
from app.trials.queries import Listed
from app.web.figures import number


def spans(rows: Iterable[Listed], measure_id: int) -> list[Span]:
    """The tests about one measure, from their first to their last day."""
    return [
        Span(row.starts_on, row.last_day, number(row.number), labels.name(row.number), labels.in_words(row))
        for row in rows
        if row.measure_id == measure_id
    ]
