"""Reading sign-offs: how a version stands with its channels, one sign-off, and what waits for somebody."""

from app.sign_offs.queries.one import get, is_live, live_versions
from app.sign_offs.queries.stands import Stand, for_version, newest_by_channel, newest_for
from app.sign_offs.queries.waiting import due_for, waiting_for

__all__ = [
    "Stand", "due_for", "for_version", "get", "is_live", "live_versions", "newest_by_channel", "newest_for",
    "waiting_for",
]  # fmt: skip
