"""Reading huddles. Writes nothing."""

from app.huddles.queries.actions import OPEN_OF, MyAction, actions_of, get_action, of_huddle
from app.huddles.queries.agenda import agenda, since, stored
from app.huddles.queries.huddles import (
    Coming,
    coming_for,
    for_cycle,
    get,
    has_one_ahead,
    is_taken,
    last_before,
)
from app.huddles.queries.people import present, running_plans, team_of

__all__ = [
    "OPEN_OF", "Coming", "MyAction", "actions_of", "agenda", "coming_for", "for_cycle", "get", "get_action",
    "has_one_ahead", "is_taken", "last_before", "of_huddle", "present", "running_plans", "since", "stored", "team_of",
]  # fmt: skip
