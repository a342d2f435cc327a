"""The blueprint, and how its views find what a viewer may see."""

from flask import Blueprint

from app.funding import queries
from app.funding.models import FundingRequest, FundingRound
from app.web import access

bp = Blueprint("funding", __name__)


def visible(number: int) -> FundingRequest:
    return access.found(queries.get_visible(number, access.viewer()))


def known_round(number: int) -> FundingRound:
    return access.found(queries.get_round(number))
