"""The door of reviews: remarks beside a version, versions and cycles side by side, the coach of a plan."""

from app.reviews.routes import coach, compare, cycles, remarks, settlements
from app.reviews.routes.blueprint import bp

VIEWS = (coach, compare, cycles, remarks, settlements)

__all__ = ["VIEWS", "bp"]
