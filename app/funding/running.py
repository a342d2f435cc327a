"""Running totals of a round: what would be granted in all if each waiting request got what it asks. Pure sums."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.funding.models import FundingRequest
from app.funding.policy import WAITING
from app.funding.queries import Envelope


@dataclass(frozen=True)
class Total:
    """Positions in hundredths and money in minor units, up to and with one request. `fits`: within the envelope."""

    positions: int
    money: int
    fits: bool


def totals(requests: Sequence[FundingRequest], envelope: Envelope) -> dict[int, Total]:
    """By id of each waiting request, in the order given; they begin with what is granted already."""
    positions, money = envelope.granted_positions, envelope.granted_money
    found: dict[int, Total] = {}
    for request in requests:
        if request.state in WAITING:
            positions, money = positions + request.positions, money + request.money
            fits = positions <= envelope.positions and money <= envelope.money
            found[request.id] = Total(positions, money, fits)
    return found
