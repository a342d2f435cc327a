"""How many documents may be rendered at once on this machine, over all processes: locked files in one folder.

A lock goes with its process, so a slot is never lost.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.core.pdf.errors import Busy

PAUSE = 0.01


@contextmanager
def slot(folder: Path, count: int, deadline: float) -> Iterator[None]:
    """Hold one of `count` slots. Raises Busy when none is free before the monotonic deadline."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = _take(folder, count)
    while descriptor is None:
        if time.monotonic() > deadline:
            raise Busy("every renderer of this machine is at work")
        time.sleep(PAUSE)
        descriptor = _take(folder, count)
    try:
        yield
    finally:
        os.close(descriptor)


def _take(folder: Path, count: int) -> int | None:
    for number in range(count):
        descriptor = os.open(folder / f"slot-{number}", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
        else:
            return descriptor
    return None
