"""Pages of huddles: those of a cycle, one with its agenda, its minutes, and its actions."""

from app.huddles.routes import actions, edit, index, minutes, raising, show
from app.huddles.routes.blueprint import bp

VIEWS = (actions, edit, index, minutes, raising, show)

__all__ = ["VIEWS", "bp"]
