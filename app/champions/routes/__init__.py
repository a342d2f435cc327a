"""Cycles, how their people are found, and seats. Everyone reads who speaks for which office."""

from app.champions.routes import (
    answers,
    criteria,
    cycle_states,
    cycles,
    decisions,
    deputies,
    drafts,
    handovers,
    nominations,
    scores,
    seat_states,
    seats,
)
from app.champions.routes.blueprint import bp

__all__ = [
    "answers", "bp", "criteria", "cycle_states", "cycles", "decisions", "deputies", "drafts", "handovers",
    "nominations", "scores", "seat_states", "seats",
]  # fmt: skip
