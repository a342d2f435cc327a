"""No request writes outside its one transaction: what a page puts into an object to show it must never be saved."""

from flask import Flask, has_request_context
from sqlalchemy import event
from sqlalchemy.orm import Session

from app.core.database import is_writing


class WrittenOutside(RuntimeError):
    """Something was about to be saved by a request that has not opened its transaction."""


def init_app(_app: Flask) -> None:
    if not event.contains(Session, "before_flush", _refuse):
        event.listen(Session, "before_flush", _refuse)


def _refuse(session: Session, _context: object, _instances: object) -> None:
    if has_request_context() and not is_writing(session):
        changed = [type(thing).__name__ for thing in (*session.new, *session.dirty, *session.deleted)]
        raise WrittenOutside(", ".join(sorted(set(changed))))
