"""Cycles and seats. Everyone reads who speaks for which office; the program office changes it."""

from app.champions.routes import cycle_states, cycles, deputies, handovers, seat_states, seats
from app.champions.routes.blueprint import bp

__all__ = ["bp", "cycle_states", "cycles", "deputies", "handovers", "seat_states", "seats"]
