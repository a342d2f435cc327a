"""Where the calendar's entries come from: one function per thing, each one question, in SOURCES.

A source gets the scope and the first and last day, and gives what the viewer may read. To add one, write the function
beside its likes and put it into SOURCES; to name it, add its kinds to entries.py and their words to labels.py.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from app.calendar import asked, meetings, people, plans, work
from app.calendar.entries import Entry, Scope

Source = Callable[[Scope, date, date], Iterable[Entry]]
SOURCES: tuple[Source, ...] = (
    plans.milestones, people.cycles, people.seats, work.numbers, work.trials, asked.sign_offs, asked.check_ins,
    meetings.huddles,
)  # fmt: skip


def entries(scope: Scope, first: date, last: date) -> tuple[Sequence[Entry], bool]:
    """All entries of these days in order, and whether there were more of a kind than are read."""
    found: list[Entry] = []
    is_cut = False
    for source in SOURCES:
        rows = list(source(scope, first, last))
        is_cut = is_cut or len(rows) >= scope.most
        found += rows
    return sorted(found, key=lambda entry: entry.order), is_cut
