"""Running public numbers (P-12, R-13): each table counts its own. Not the random numbers of pain points."""


from sqlalchemy import func, select, text
from sqlalchemy.orm import InstrumentedAttribute

from app.core.database import is_sqlite
from app.extensions import db

QUEUES = 7_305  # PostgreSQL's advisory locks of this purpose; the table says which of them


def next_number(column: InstrumentedAttribute[int]) -> int:
    """The next number of this column. Who asks at the same time waits until the running transaction ends, so that
    two get two numbers, and the second sees what the first made."""
    session = db.session()
    if not is_sqlite(session):  # on SQLite the writing transaction is alone from its beginning
        table = column.class_.__tablename__
        queue = text("SELECT pg_advisory_xact_lock(CAST(:queues AS integer), hashtext(:table))")
        session.execute(queue, {"queues": QUEUES, "table": table})
    return (session.scalar(select(func.max(column))) or 0) + 1
