"""What both engines share: the cap of tries, the wait between them, and how a dead job looks."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

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


def wait_after(tries: int) -> timedelta:
    """2, 4, 8 ... seconds after the first, second, third failure, an hour at most, plus up to half of it by chance."""
    wait = min(timedelta(seconds=2 ** min(tries, 20)), LONGEST_WAIT)
    return wait + wait * (secrets.randbelow(500) / 1000)
