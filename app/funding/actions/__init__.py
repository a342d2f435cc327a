"""What is done with rounds, requests and decisions. Each checks its rule, changes rows, records an event."""

from app.funding.actions.decide import Signed, decide, refuse
from app.funding.actions.requests import (
    Asked,
    refuse_unfinished,
    save_request,
    start_request,
    submit_request,
    withdraw_request,
)
from app.funding.actions.rounds import RoundTerms, change_round, close_round, make_round, open_round

__all__ = [
    "Asked",
    "RoundTerms",
    "Signed",
    "change_round",
    "close_round",
    "decide",
    "make_round",
    "open_round",
    "refuse",
    "refuse_unfinished",
    "save_request",
    "start_request",
    "submit_request",
    "withdraw_request",
]
