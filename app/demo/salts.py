"""Salts from the demo's own chance, so that the same seed gives the same rows. A real salt comes from the system."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session

from app.core.columns import Salted
from app.extensions import db


@contextmanager
def drawn_from(chance: random.Random) -> Iterator[None]:
    """Within, every new row with a text gets its salt from `chance`."""
    session = db.session()

    def give(session: Session, _context: Any, _instances: Any) -> None:
        for made in session.new:
            if isinstance(made, Salted) and made.salt is None:
                made.salt = chance.randbytes(16)

    event.listen(session, "before_flush", give)
    try:
        yield
    finally:
        event.remove(session, "before_flush", give)
