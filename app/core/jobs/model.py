"""What both engines share: what they can be asked, the cap of tries, the wait between them, how a dead job looks."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from sqlalchemy.orm import Session

MAX_TRIES = 8
LONGEST_WAIT = timedelta(hours=1)


@dataclass(frozen=True)
class DeadJob:
    """A job given up after MAX_TRIES. `error` is a code (the exception's name), never a message."""

    id: int
    name: str
    tries: int
    at: datetime
    error: str


class Engine(Protocol):
    """A queue in one kind of database; the modules embedded and engine are the two. All run inside a transaction."""

    def add(self, session: Session, name: str, payload: dict[str, Any], key: str | None, at: datetime) -> None: ...

    def dead(self, session: Session) -> list[DeadJob]: ...

    def retry(self, session: Session, job_id: int, at: datetime) -> bool: ...

    def rescue(self, session: Session, at: datetime, silence: timedelta) -> None: ...


def wait_after(tries: int) -> timedelta:
    """2, 4, 8 ... seconds after the first, second, third failure, an hour at most, plus up to half of it by chance."""
    wait = min(timedelta(seconds=2 ** min(tries, 20)), LONGEST_WAIT)
    return wait + wait * (secrets.randbelow(500) / 1000)
