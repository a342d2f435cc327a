"""Reading huddles. Writes nothing."""

from app.huddles.queries.actions import get_action, of_huddle
from app.huddles.queries.agenda import agenda, since, stored
from app.huddles.queries.huddles import for_cycle, get, has_one_ahead, is_taken, last_before
from app.huddles.queries.mine import Mine, actions_of, meetings_of, of_person, open_of
from app.huddles.queries.people import present, running_plans, team_of

__all__ = [
    "Mine", "actions_of", "agenda", "for_cycle", "get", "get_action", "has_one_ahead", "is_taken", "last_before",
    "meetings_of", "of_huddle", "of_person", "open_of", "present", "running_plans", "since", "stored", "team_of",
]  # fmt: skip
