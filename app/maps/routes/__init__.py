"""The door of maps: those of a plan, one to write in, and the annex on paper."""

from app.maps.routes import edit, paper, show
from app.maps.routes.blueprint import bp

VIEWS = (edit, paper, show)

__all__ = ["VIEWS", "bp"]
