"""What people do with a change that spreads. Each runs inside the caller's transaction."""

from app.adoptions.actions.answer import Terms, decline, settle, take_up
from app.adoptions.actions.close import close
from app.adoptions.actions.offer import Offer, offer
from app.adoptions.actions.withdraw import withdraw

__all__ = ["Offer", "Terms", "close", "decline", "offer", "settle", "take_up", "withdraw"]
