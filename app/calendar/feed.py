"""The calendar for other programs: iCalendar text, made only of what the person may see. Asks nothing.

The same entries give the same bytes: no clock goes in, so that a program that asks again may be told "nothing new".
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Calendar, Event

from app.calendar import labels
from app.calendar.entries import Entry


def ics(entries: Iterable[Entry], *, name: str, base_url: str, host: str, stamp: datetime) -> bytes:
    """One all-day event per entry. `host` makes the names of events unique in the world, `stamp` says when the link
    was made."""
    found = Calendar()
    found.add("prodid", "-//Groundwork//Calendar//EN")
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    found.add("x-wr-calname", name)
    for entry in entries:
        found.add_component(_event(entry, base_url, host, stamp))
    return bytes(found.to_ical())


def _event(entry: Entry, base_url: str, host: str, stamp: datetime) -> Event:
    made = Event()
    made.add("uid", f"{entry.key}@{host}")
    made.add("dtstamp", stamp)
    made.add("sequence", entry.revision)
    made.add("dtstart", entry.day)
    made.add("dtend", entry.day + timedelta(days=1))
    made.add("summary", labels.summary(entry))
    made.add("description", " · ".join(part for part in (entry.ref, entry.office) if part))
    made.add("url", f"{base_url}{entry.path}")
    made.add("transp", "TRANSPARENT")
    return made
