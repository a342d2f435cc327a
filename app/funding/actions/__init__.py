"""What is done with rounds, requests and decisions. Each checks its rule, changes rows, records an event."""

from app.funding.actions.decide import Choice, decide, draft_decision
from app.funding.actions.requests import Asked, save_request, start_request, submit_request, withdraw_request
from app.funding.actions.rounds import RoundTerms, change_round, close_round, make_round, open_round

__all__ = [
    "Asked",
    "Choice",
    "RoundTerms",
    "change_round",
    "close_round",
    "decide",
    "draft_decision",
    "make_round",
    "open_round",
    "save_request",
    "start_request",
    "submit_request",
    "withdraw_request",
]
