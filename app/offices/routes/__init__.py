"""The tree of offices, their channels, and their rules for reports. Everyone reads; administrators change."""

from app.offices.routes import channels, closings, moves, offices, rules, show
from app.offices.routes.blueprint import bp

__all__ = ["bp", "channels", "closings", "moves", "offices", "rules", "show"]
