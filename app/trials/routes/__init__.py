"""Pages of small tests: the list of a plan, one test, planning and changing it, what came of it."""

from app.trials.routes import edit, index, show, study
from app.trials.routes.blueprint import bp

__all__ = ["bp", "edit", "index", "show", "study"]
