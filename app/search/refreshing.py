"""Keeping the index fresh but for pain points: whoever changes what others may read of a thing enqueues REFRESH.

    jobs.enqueue("search.refresh", {"kind": "plan", "id": plan.id}, key=f"search plan {plan.id}")
"""

from typing import Any

from app.core import jobs
from app.core.database import transaction
from app.search import sources
from app.search.index import Kind

REFRESH = "search.refresh"


@jobs.handler(REFRESH)
def refresh(payload: dict[str, Any]) -> None:
    """Index one thing as it stands now. Safe to repeat."""
    with transaction():
        sources.refresh(Kind(payload["kind"]), payload["id"])
