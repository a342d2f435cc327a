"""The pages of sign-offs: where a plan stands with its channels, one sign-off, and every word on it."""

from app.sign_offs.routes import consultations, of_plan, show, words
from app.sign_offs.routes.blueprint import bp

VIEWS = (consultations, of_plan, show, words)

__all__ = ["VIEWS", "bp"]
