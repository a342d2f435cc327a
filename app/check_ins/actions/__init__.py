"""What is done with check-ins and blockers. Each is called inside `transaction()` and records its event."""

from app.check_ins.actions.answer import Told, answer, answer_by_link, tell
from app.check_ins.actions.asking import ask, send_link
from app.check_ins.actions.blockers import (
    answer_blocker,
    hand_on,
    pass_up,
    raise_blocker,
    raise_of,
    reopen,
    settle,
    take,
)
from app.check_ins.actions.follow_up import follow_up

__all__ = [
    "Told", "answer", "answer_blocker", "answer_by_link", "ask", "follow_up", "hand_on", "pass_up", "raise_blocker",
    "raise_of", "reopen", "send_link", "settle", "take", "tell",
]  # fmt: skip
