"""An event about a nomination: who it is about and how it came out, never what was written."""

from datetime import datetime
from typing import Any

from app.accounts.models import Person
from app.champions.nominations.models import Nomination
from app.core import events
from app.extensions import db


def record(verb: str, nomination: Nomination, by: Person, at: datetime, **codes: Any) -> None:
    db.session.flush()
    events.record(f"nomination.{verb}", nomination, by=by, at=at, office_id=nomination.office_id, **codes)
