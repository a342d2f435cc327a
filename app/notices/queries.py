"""Reading notices."""

from sqlalchemy import select

from app.core import keyset
from app.core.keyset import Order, Slice
from app.notices.models import Notice

ORDER: Order[Notice] = Order((Notice.id,), lambda notice: notice.id)


def of_person(person_id: int, after: int | None = None, before: int | None = None) -> Slice[Notice]:
    """One page of a person's notices, newest first; `after` and `before` are ids of the page next to it."""
    return keyset.page(select(Notice).where(Notice.person_id == person_id), ORDER, after, before)
