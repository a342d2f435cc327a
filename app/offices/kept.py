"""What changes rarely and many pages ask: each process keeps it until the tree or its rules change.

The database itself renews a stamp with every change of an office or of rules (`core/triggers.py`), whoever makes it.
What was worked out under the same stamp still holds; a stamp never comes back, not even in a copy of the database.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from sqlalchemy import event, select
from sqlalchemy.orm import Session

from app.core import reading
from app.core.database import is_writing
from app.extensions import db
from app.offices.models import TreeStamp

STAMP = select(TreeStamp.token)
SEEN = "groundwork_tree_stamp"
MOST = 500

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


def until_the_tree_changes(make: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """Keep the answers of `make`, each for its arguments, which are positional; it answers with values, not with rows
    of a session, and what it reads is in offices and their rules alone."""
    kept: dict[tuple[Any, ...], tuple[str, Answer]] = {}

    @wraps(make)
    def asked(*args: Asked.args, **named: Asked.kwargs) -> Answer:
        now = stamp()
        found = kept.get(args)
        if found and found[0] == now:
            return found[1]
        answer = make(*args, **named)
        if len(kept) >= MOST:
            kept.clear()
        kept[args] = (now, answer)
        return answer

    return asked


def stamp() -> str:
    """The tree as it is now. Asked once in a reading transaction, and each time in one that may change the tree."""
    session = db.session()
    seen: str | None = session.info.get(SEEN)
    if seen is None or is_writing(session):
        seen = str(reading.value(STAMP))
        note(seen)
    return seen


def note(token: str) -> None:
    """The running transaction has read the stamp along with something else."""
    db.session().info[SEEN] = token


@event.listens_for(Session, "after_transaction_end")
def _forget(session: Session, _transaction: object) -> None:
    session.info.pop(SEEN, None)
