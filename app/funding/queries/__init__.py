"""Reading rounds, requests and decisions. Viewer-scoped where a viewer is asked for, always ordered."""

from app.funding.queries.behind import Behind, behind
from app.funding.queries.evidence import Readiness, citable, cited, frozen_facts, readiness
from app.funding.queries.requests import (
    current_decision,
    earlier_grants,
    get_visible,
    leader_ids,
    locked,
    measure_ids,
    open_in_round,
    plans_to_ask_for,
    team_ids,
    visible_in_rounds,
)
from app.funding.queries.rounds import (
    Envelope,
    all_rounds,
    envelope,
    envelopes,
    get_round,
    taking_requests,
)

__all__ = [
    "Behind",
    "Envelope",
    "Readiness",
    "all_rounds",
    "behind",
    "citable",
    "cited",
    "current_decision",
    "earlier_grants",
    "envelope",
    "envelopes",
    "frozen_facts",
    "get_round",
    "get_visible",
    "leader_ids",
    "locked",
    "measure_ids",
    "open_in_round",
    "plans_to_ask_for",
    "readiness",
    "taking_requests",
    "team_ids",
    "visible_in_rounds",
]
