"""The pages of plans: list, one plan, its draft, its versions, its paper."""

from app.plans.routes import decisions, edit, endings, imports, index, paper, saves, show, submissions, versions
from app.plans.routes.blueprint import bp

__all__ = [
    "bp", "decisions", "edit", "endings", "imports", "index", "paper", "saves", "show", "submissions", "versions",
]  # fmt: skip
