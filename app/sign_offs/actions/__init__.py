"""What people do with sign-offs. Each is called inside `transaction()`, asserts its precondition, records its event."""

from app.sign_offs.actions.answer import answer
from app.sign_offs.actions.ask import ask_rest, consult, default_due, take_back
from app.sign_offs.actions.conditions import answer_met, claim_met
from app.sign_offs.actions.escalate import decide, say_view
from app.sign_offs.actions.follow import follow

__all__ = [
    "answer", "answer_met", "ask_rest", "claim_met", "consult", "decide", "default_due", "follow", "say_view",
    "take_back",
]  # fmt: skip
