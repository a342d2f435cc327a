"""The worker process on SQLite: claims, works, renews its leases, and stops within two seconds when told to."""

import logging
import os
import secrets
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

from app.core import clock
from app.core.database import transaction
from app.core.jobs import embedded
from app.core.jobs.registry import HANDLERS
from app.core.jobs.ticker import tick
from app.extensions import db

log = logging.getLogger("groundwork")

Context = Callable[[], AbstractContextManager[object]]

LANES = 2  # one long rendering must not keep a password mail waiting
PAUSE = 0.3  # seconds between two looks into an empty queue
GRACE = 1.5  # seconds that running jobs get to finish after TERM


class Worker:
    """Two lanes that work and one thread that keeps the time. `context` opens the app for one step."""

    def __init__(self, context: Context, lease_seconds: int) -> None:
        self.context = context
        self.lease = timedelta(seconds=lease_seconds)
        self.name = f"{os.getpid()}-{secrets.token_hex(4)}"
        self.stopping = threading.Event()

    def run(self) -> None:
        """Work until `stop()`; then let go of what is still running, so that the next worker takes it at once."""
        lanes = [threading.Thread(target=self._lane, daemon=True) for _ in range(LANES)]
        for thread in (*lanes, threading.Thread(target=self._keep_time, daemon=True)):
            thread.start()
        self.stopping.wait()
        for lane in lanes:
            lane.join(GRACE / LANES)
        if any(lane.is_alive() for lane in lanes):
            self._step(lambda: self._hold_until(timedelta(0)))

    def stop(self) -> None:
        self.stopping.set()

    def work_once(self) -> bool:
        """Do one job if one is due; True if there was one."""
        with self.context():
            if not embedded.is_work_due(db.session(), clock.now()):
                return False
            with transaction() as session:
                held = embedded.claim(session, self.name, clock.now(), self.lease)
        if held is not None:
            self._do(held)
        return held is not None

    def _do(self, held: embedded.Claim) -> None:
        with self.context():
            error = perform(held.name, held.payload, held.tries)
        with self.context(), transaction() as session:
            if error is None:
                embedded.finish(session, held)
            else:
                embedded.fail(session, held, error, clock.now())

    def _lane(self) -> None:
        while not self.stopping.is_set():
            if not self._step(self.work_once):
                self.stopping.wait(PAUSE)

    def _keep_time(self) -> None:
        pause = self.lease.total_seconds() / 3
        while not self.stopping.is_set():
            self._step(lambda: self._hold_until(self.lease))
            self._step(self._tick)
            self.stopping.wait(pause)

    def _tick(self) -> None:
        with self.context():
            tick(self.lease)

    def _hold_until(self, lease: timedelta) -> None:
        with self.context(), transaction() as session:
            embedded.renew(session, self.name, clock.now() + lease)

    def _step(self, step: Callable[[], bool | None]) -> bool:
        """One step of a thread that must not die of it: a full disk now may be well again in a minute."""
        try:
            return bool(step())
        except Exception:
            log.exception("the worker could not take a step")
            return False


def perform(name: str, payload: dict[str, object], tries: int) -> str | None:
    """Run a handler; None if it went well, else the error's code."""
    try:
        HANDLERS[name](payload)
    except Exception as error:
        log.exception("a job failed", extra={"job": name, "tries": tries})
        return type(error).__name__
    return None
