"""Which day it is at an office: its own time zone, else that of the nearest office above that states one."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from sqlalchemy import select

from app.core import clock
from app.extensions import db
from app.offices.models import Office, OfficeRules
from app.offices.queries import Rules


def today_at(office: Office, at: datetime) -> date:
    """The office's date at an instant."""
    return todays([office], at)[office.id]


def todays(offices: Iterable[Office], at: datetime) -> Mapping[int, date]:
    """The date at each office, by office id; one query whatever their number."""
    wanted = {office.id: office.ancestor_ids for office in offices}
    zones = _zones({above for ids in wanted.values() for above in ids}, at.date())
    return {
        office_id: clock.today(next((zones[above] for above in reversed(ids) if above in zones), Rules.time_zone), at)
        for office_id, ids in wanted.items()
    }


def earliest_and_latest(at: datetime) -> tuple[date, date]:
    """The least and the greatest date that it is anywhere in the agency; the same one for most of the day."""
    names = db.session.scalars(select(OfficeRules.time_zone).where(OfficeRules.time_zone.is_not(None)).distinct())
    dates = [clock.today(name, at) for name in {Rules.time_zone, *filter(None, names)}]
    return min(dates), max(dates)


def _zones(office_ids: set[int], on: date) -> dict[int, str]:
    """The time zone that each of these offices states itself on a day."""
    rows = db.session.execute(
        select(OfficeRules.office_id, OfficeRules.time_zone)
        .where(OfficeRules.office_id.in_(office_ids), OfficeRules.from_on <= on)
        .order_by(OfficeRules.from_on)
    ).all()
    newest = {office_id: zone for office_id, zone in rows}  # noqa: C416  # a Row is no pair for dict()
    return {office_id: zone for office_id, zone in newest.items() if zone}
