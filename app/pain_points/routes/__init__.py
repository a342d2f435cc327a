"""The pages of reports: the intake, the answer by four words, the list, and each report with what is done to it."""

from app.pain_points.routes import anonymous, history, index, links, merge, report, sightings, thing
from app.pain_points.routes.door import bp

__all__ = ["anonymous", "bp", "history", "index", "links", "merge", "report", "sightings", "thing"]
