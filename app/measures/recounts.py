"""When a recount confirms a number, and for how long. Pure: no database, no clock."""

from datetime import date, timedelta
from decimal import Decimal

MOST_OFF = Decimal("0.05")
"""How far a recount may lie from the number, as a share of it: two people never count quite alike."""
UNDER_A_YEAR = timedelta(days=364)


def confirms(recounted: Decimal, recorded: Decimal) -> bool:
    """True where a recount lies within a twentieth of the recorded number."""
    return abs(recounted - recorded) <= abs(recorded) * MOST_OFF


def holds_until(recorded_on: date) -> date:
    """The last day on which a recount counts: it has to be under twelve months old."""
    return recorded_on + UNDER_A_YEAR


def recounted_on(holding_until: date) -> date:
    """The day of the recount that counts until then."""
    return holding_until - UNDER_A_YEAR
