"""The blueprint, which every file of routes hangs its views on."""

from flask import Blueprint

bp = Blueprint("pain_points", __name__)
