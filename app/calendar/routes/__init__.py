"""The door of the calendar: month and list, and the link for other programs."""

from app.calendar.routes import feeds, index
from app.calendar.routes.blueprint import bp

VIEWS = (feeds, index)

__all__ = ["VIEWS", "bp"]
