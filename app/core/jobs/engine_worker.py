"""The worker process on PostgreSQL: Procrastinate runs the jobs; any number of machines may run one."""

import asyncio
import os
import signal
import threading
from datetime import timedelta
from typing import Any

from procrastinate import App, BaseRetryStrategy, JobContext, PsycopgConnector, RetryDecision
from procrastinate.jobs import Job

from app.core import clock
from app.core.database import transaction
from app.core.jobs import engine
from app.core.jobs.model import MAX_TRIES, wait_after
from app.core.jobs.registry import HANDLERS
from app.core.jobs.ticker import tick
from app.core.jobs.worker import GRACE, LANES, Context, perform


class JobFailed(Exception):
    """The handler failed; its error is in the log, its code in the table."""


class Again(BaseRetryStrategy):
    """Later each time, MAX_TRIES in all."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:  # noqa: ARG002  # its signature
        tries = job.attempts + 1
        return RetryDecision(retry_at=clock.now() + wait_after(tries)) if tries < MAX_TRIES else None


class EngineWorker:
    """Procrastinate's worker with our handlers as its tasks, and our clock beside it."""

    def __init__(self, context: Context, lease_seconds: int, database_url: str) -> None:
        self.context = context
        self.lease = timedelta(seconds=lease_seconds)
        self.engine = App(connector=PsycopgConnector(conninfo=database_url.replace("+psycopg", "", 1)))
        for name in HANDLERS:
            self.engine.task(name=name, retry=Again(), pass_context=True)(self._perform)

    def run(self) -> None:
        """Work until TERM or INT."""
        asyncio.run(self._run())

    async def _run(self) -> None:
        running = asyncio.current_task()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, self._stop, running)
        beat = self.lease.total_seconds() / 3
        async with self.engine.open_async():
            ticking = asyncio.create_task(self._keep_time(beat))
            try:
                await self.engine.run_worker_async(
                    concurrency=LANES, delete_jobs="successful", install_signal_handlers=False,
                    fetch_job_polling_interval=1.0, update_heartbeat_interval=beat,
                    stalled_worker_timeout=self.lease.total_seconds(), shutdown_graceful_timeout=GRACE,
                )  # fmt: skip
            except asyncio.CancelledError:
                ticking.cancel()

    def _stop(self, running: "asyncio.Task[Any] | None") -> None:
        """Finish what can be finished; what cannot is rescued by another worker, or by the next start."""
        watchdog = threading.Timer(GRACE + 0.3, os._exit, (0,))
        watchdog.daemon = True
        watchdog.start()
        if running is not None:
            running.cancel()

    def _perform(self, about: JobContext, payload: dict[str, Any]) -> None:
        with self.context():
            error = perform(about.job.task_name, payload, about.job.attempts + 1)
        if error is None:
            return
        with self.context(), transaction() as session:
            engine.note_failure(session, about.job.id or 0, error)
        raise JobFailed(error)

    async def _keep_time(self, pause: float) -> None:
        while True:
            await asyncio.to_thread(self._tick)
            await asyncio.sleep(pause)

    def _tick(self) -> None:
        with self.context():
            tick(self.lease)
