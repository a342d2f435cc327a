"""Pages of changes that spread: what can be copied, the copies of one plan, one copy from the offer to its outcome."""

from app.adoptions.routes import answers, index, offers, show
from app.adoptions.routes.blueprint import bp

VIEWS = (answers, index, offers, show)

__all__ = ["VIEWS", "bp"]
