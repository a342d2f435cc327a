"""Work that happens after the answer, enqueued in the transaction of the change that caused it.

A handler may run twice, so it must be safe to repeat, and it opens its own `transaction()`. A payload holds ids and
codes only, never people's texts. On SQLite our small leased table does it, on PostgreSQL Procrastinate.
"""

from app.core.jobs.queue import MAX_TRIES, DeadJob, dead, enqueue, retry, withheld
from app.core.jobs.registry import every, handler

__all__ = ["MAX_TRIES", "DeadJob", "dead", "enqueue", "every", "handler", "retry", "withheld"]
