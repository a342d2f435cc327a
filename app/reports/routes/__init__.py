"""The pages of reports: list, start, draft, the published page, its paper, corrections, and checking a paper."""

from app.reports import making
from app.reports.routes import corrections, edit, index, new, paper, publications, show, verify
from app.reports.routes.blueprint import bp

__all__ = ["bp", "corrections", "edit", "index", "making", "new", "paper", "publications", "show", "verify"]
