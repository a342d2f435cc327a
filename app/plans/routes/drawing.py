"""The twelve months on the plan's page, as on the page of its milestones."""

from app.milestones.drawing import twelve_months

__all__ = ["twelve_months"]
