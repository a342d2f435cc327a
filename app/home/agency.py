"""The agency's name in the foot of every page: from the settings, else the root office's, read again each minute."""

from time import monotonic

from flask import Flask, current_app

from app.offices import queries as offices

KEPT_SECONDS = 60.0


def init_app(app: Flask) -> None:
    app.extensions["agency_name"] = ("", -KEPT_SECONDS)


def name() -> str:
    """One query a minute and process; a name that was just changed may show a minute later."""
    stated: str = current_app.config["AGENCY_NAME"]
    if stated:
        return stated
    kept, read_at = current_app.extensions["agency_name"]
    if monotonic() - read_at > KEPT_SECONDS:
        root = offices.root()
        kept = root.name if root else ""
        current_app.extensions["agency_name"] = (kept, monotonic())
    return str(kept)
