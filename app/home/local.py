"""Instants as the clocks at the reader's office show them, by which days are counted too: what was sent in New York at
nine in the evening was not sent tomorrow."""

from datetime import datetime
from zoneinfo import ZoneInfo

from flask import Flask, g, has_request_context

from app.offices.days import zone_at
from app.web import figures
from app.web.access import viewer_or_none


def init_app(app: Flask) -> None:
    app.extensions[figures.LOCAL] = local


def local(at: datetime) -> datetime:
    """The instant in the time zone of the reader's office; as it is (UTC) where nobody is signed in."""
    person = viewer_or_none() if has_request_context() else None
    if person is None or person.office_id is None:
        return at
    if "time_zone" not in g:
        g.time_zone = ZoneInfo(zone_at(person.office_id))
    return at.astimezone(g.time_zone)
