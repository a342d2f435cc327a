"""The blueprint of the calendar."""

from flask import Blueprint

bp = Blueprint("calendar", __name__)
