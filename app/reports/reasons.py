"""What the grade of a measure in a report rests on, from what the report froze. Words only."""

from app.measures.reasons import Basis, sentences
from app.reports.facts import MeasureFact


def reason_of(found: MeasureFact) -> str:
    """In sentences; nothing for what was frozen before this was kept with a report."""
    if not (found.before_count or found.after_count):
        return ""
    lower = found.is_stale + found.has_changed_source
    basis = Basis(
        before=found.before_count,
        after=found.after_count,
        earned=found.grade + lower - (found.recounted_on is not None),
        has_change=bool(found.changes),
        signal=found.signal,
        recounted_on=found.recounted_on,
        has_changed_source=found.has_changed_source,
        is_stale=found.is_stale,
    )
    return " ".join(sentences(basis))
