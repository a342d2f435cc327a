"""The blueprint, and how its views find what a viewer may see."""

from flask import Blueprint

from app.funding import policy, queries
from app.funding.models import FundingRequest, FundingRound
from app.web import access

bp = Blueprint("funding", __name__)


def visible(number: int) -> FundingRequest:
    return access.found(queries.get_visible(number, access.viewer()))


def known_round(number: int) -> FundingRound:
    """The round, or 404; 403 for those who do not run rounds."""
    found = access.found(queries.get_round(number))
    access.require(policy.can_run_rounds(access.viewer()))
    return found
