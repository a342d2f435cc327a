"""Pages of small tests: the list of a plan, one test, planning and changing it, what came of it."""

from app.trials.routes import edit, index, show, study
from app.trials.routes.blueprint import bp

VIEWS = (edit, index, show, study)

__all__ = ["VIEWS", "bp"]
