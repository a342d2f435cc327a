"""The pages of plans: list, one plan, its draft, its versions, its paper."""

from app.plans.routes import (
    contributors,
    decisions,
    edit,
    endings,
    imports,
    index,
    paper,
    saves,
    section_rules,
    show,
    submissions,
    versions,
)
from app.plans.routes.blueprint import bp

__all__ = [
    "bp", "contributors", "decisions", "edit", "endings", "imports", "index", "paper", "saves", "section_rules", "show",
    "submissions", "versions",
]  # fmt: skip
