"""What is done with huddles. Each is called inside `transaction()` and records its event."""

from app.huddles.actions.agreeing import Agreed, agree, change_action, end_action
from app.huddles.actions.closing import close
from app.huddles.actions.minutes import Minutes, Noted, write
from app.huddles.actions.planning import Meeting, change, plan
from app.huddles.actions.raising import raise_blocker

__all__ = [
    "Agreed", "Meeting", "Minutes", "Noted", "agree", "change", "change_action", "close", "end_action", "plan",
    "raise_blocker", "write",
]  # fmt: skip
