"""Spread: a proven change is offered to like offices, and each copy says what came of it, also where it failed."""
