"""The whole index made again from the tables; the result must not differ from what was kept up to date."""

from app.core.database import transaction
from app.search import index, sources
from app.search.index import Kind


def rebuild() -> dict[Kind, int]:
    """Empty and fill each kind's index in one transaction of its own. Returns how many things were read."""
    return {kind: _rebuild_kind(kind) for kind in Kind}


def _rebuild_kind(kind: Kind) -> int:
    count = 0
    with transaction():
        index.empty(kind)
        for batch in sources.everything(kind):
            index.store_many(batch, kind)
            count += len(batch)
    return count
