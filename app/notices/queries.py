"""Reading notices."""

from sqlalchemy import select

from app.extensions import db
from app.notices.models import Notice
from app.web.pages import PAGE_SIZE, Slice


def of_person(person_id: int, after: int | None = None, before: int | None = None) -> Slice[Notice]:
    """One page of a person's notices, newest first; `after` and `before` are ids of the page next to it."""
    base = select(Notice).where(Notice.person_id == person_id).limit(PAGE_SIZE + 1)
    if before is not None:
        rows = list(db.session.scalars(base.where(Notice.id > before).order_by(Notice.id)))
        has_more, rows = len(rows) > PAGE_SIZE, rows[:PAGE_SIZE][::-1]
        return Slice(rows, after=str(rows[-1].id) if rows else None, before=str(rows[0].id) if has_more else None)
    if after is not None:
        base = base.where(Notice.id < after)
    rows = list(db.session.scalars(base.order_by(Notice.id.desc())))
    has_more, rows = len(rows) > PAGE_SIZE, rows[:PAGE_SIZE]
    return Slice(
        rows,
        after=str(rows[-1].id) if has_more else None,
        before=str(rows[0].id) if rows and after is not None else None,
    )
