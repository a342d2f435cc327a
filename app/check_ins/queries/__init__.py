"""Reading check-ins and blockers. Writes nothing."""

from app.check_ins.queries.blockers import (
    ASKED_OF,
    BELOW,
    Blocked,
    OpenBlocker,
    asked_of,
    get_blocker,
    misplaced,
    open_blockers,
    owed_by,
)
from app.check_ins.queries.rhythm import Begun, Rhythm, all_rhythms, beginning, open_ids, silences
from app.check_ins.queries.told import (
    OF_PLAN,
    Row,
    due_for,
    for_plan,
    get,
    get_link,
    has_link,
    newest,
    page,
    waiting_for,
)

__all__ = [
    "ASKED_OF", "BELOW", "OF_PLAN",
    "Begun", "Blocked", "OpenBlocker", "Rhythm", "Row", "all_rhythms", "asked_of", "beginning",
    "due_for", "for_plan", "get", "get_blocker", "get_link", "has_link", "misplaced", "newest", "open_blockers",
    "open_ids", "owed_by", "page", "silences", "waiting_for",
]  # fmt: skip
