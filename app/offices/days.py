"""Which day it is at an office: its own time zone, else that of the nearest office above that states one."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select

from app.core import clock
from app.extensions import db
from app.offices import queries
from app.offices.models import Office, OfficeRules
from app.offices.queries import Rules


def today_at(office: Office, at: datetime) -> date:
    """The office's date at an instant."""
    return todays([office], at)[office.id]


def agency_today(at: datetime) -> date:
    """The date where the agency sits, for what is everybody's: rounds, lists over many offices."""
    root = queries.agency()
    return clock.today(queries.rules_at(root.path, at.date()).time_zone if root else Rules.time_zone, at)


def local(office: Office, at: datetime) -> datetime:
    """The instant as the clocks at the office show it."""
    return at.astimezone(ZoneInfo(queries.rules_for(office, at.date()).time_zone))


def zone_at(office_id: int) -> str:
    """The time zone of an office today; no query where the tree is kept."""
    today = clock.today()
    if not _zones(today):
        return Rules.time_zone
    return queries.rules_at(queries.path_of(office_id), today).time_zone


def todays(offices: Iterable[Office], at: datetime) -> Mapping[int, date]:
    """The date at each office, by office id; no query where the rules are kept, whatever their number."""
    zones = _zones(at.date())
    return {office.id: clock.today(_nearest(zones, office), at) for office in offices}


def earliest_and_latest(at: datetime) -> tuple[date, date]:
    """The least and the greatest date that it is anywhere in the agency; the same one for most of the day."""
    names = db.session.scalars(select(OfficeRules.time_zone).where(OfficeRules.time_zone.is_not(None)).distinct())
    dates = [clock.today(name, at) for name in {Rules.time_zone, *filter(None, names)}]
    return min(dates), max(dates)


def _zones(on: date) -> dict[int, str]:
    """What offices state themselves, by their ids."""
    return {office_id: rules["time_zone"] for office_id, rules in queries.stated(on).items() if rules["time_zone"]}


def _nearest(zones: Mapping[int, str], office: Office) -> str:
    return next((zones[above] for above in reversed(office.ancestor_ids) if above in zones), Rules.time_zone)
