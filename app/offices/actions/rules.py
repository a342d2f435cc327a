"""Setting the rules for reports of an office from a day on. What is None is inherited."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from app.core import events
from app.core.errors import NotAllowed
from app.core.locks import claim, touch
from app.extensions import db
from app.offices import days, policy
from app.offices.errors import RulesInThePast
from app.offices.models import Office, OfficeRules
from app.offices.policy import Member

NAMES = ("ack_days", "answer_days", "anonymous_allowed", "smallest_group", "time_zone", "holidays")


def set_rules(
    office: Office, seen_lock: int, *, from_on: date, stated: dict[str, Any], by: Member, at: datetime
) -> OfficeRules:
    """State the rules of an office from a day on; once more for the same day replaces them.

    The past is closed: each report carries the rules of the day it came in. Raises LostUpdate, RulesInThePast.
    """
    claim(office, seen_lock)
    if not policy.can_set_rules(by, office):
        raise NotAllowed
    if from_on < days.today_at(office, at):
        raise RulesInThePast
    rules = db.session.scalar(
        select(OfficeRules).where(OfficeRules.office_id == office.id, OfficeRules.from_on == from_on)
    ) or OfficeRules(office_id=office.id, from_on=from_on)
    for name in NAMES:
        setattr(rules, name, stated.get(name))
    db.session.add(rules)
    touch(office)
    db.session.flush()
    stated_names = [name for name in NAMES if stated.get(name) is not None]
    events.record(
        "office_rules.set", rules, by=by, at=at, office_id=office.id, from_on=from_on.isoformat(), stated=stated_names
    )
    return rules
