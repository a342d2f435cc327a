"""The door of milestones: the year across plans, those of one plan, and what came of each."""

from app.milestones.routes import edit, index, show, steps
from app.milestones.routes.blueprint import bp

VIEWS = (edit, index, show, steps)

__all__ = ["VIEWS", "bp"]
