"""The door of funding: rounds, requests, decisions, paper."""

from app.funding.routes import decisions, index, paper, requests, rounds
from app.funding.routes.blueprint import bp

__all__ = ["bp", "decisions", "index", "paper", "requests", "rounds"]
