"""What people do with plans. Each is called inside `transaction()`, asserts its precondition and records its event."""

from app.plans.actions.contribute import add_contributor, remove_contributor
from app.plans.actions.decide import accept, send_back, withdraw
from app.plans.actions.revise import revise
from app.plans.actions.save import Choice, Conflict, Entry, save
from app.plans.actions.start import start
from app.plans.actions.submit import Finished, submit

__all__ = [
    "Choice", "Conflict", "Entry", "Finished", "accept", "add_contributor", "remove_contributor", "revise", "save",
    "send_back", "start", "submit", "withdraw",
]  # fmt: skip
