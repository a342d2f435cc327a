"""What is slow to load and needed by few: imported inside a function, and never by a server that starts."""

LATE = {
    "weasyprint": "weasyprint",
    "app.core.jobs.engine": "procrastinate",
    "app.core.jobs import engine": "procrastinate",
    "app.demo": "app.demo.loading",
    "app.calendar.feed": "icalendar",
    "flask_migrate": "alembic",
}
"""From what an import says to the slow module behind it."""
