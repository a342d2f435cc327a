"""The door of measures: the list, one measure, its numbers, its parts, and what a plan promises of them."""

from app.measures.cli import rebuild_command
from app.measures.routes import edit, imports, index, observations, parts, promised, recounts, show
from app.measures.routes.blueprint import bp

VIEWS = (edit, imports, index, observations, parts, promised, recounts, show)

bp.cli.add_command(rebuild_command)

__all__ = ["VIEWS", "bp"]
