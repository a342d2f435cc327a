"""What people do with nominations, one module per verb. Each runs inside the caller's transaction."""

from app.champions.nominations.actions.answer import accept, decline
from app.champions.nominations.actions.criteria import CriterionText, set_criteria
from app.champions.nominations.actions.decide import decide, shortlist
from app.champions.nominations.actions.score import assess, declare_conflict
from app.champions.nominations.actions.write import Grounds, draft, endorse, submit, update

__all__ = [
    "CriterionText", "Grounds", "accept", "assess", "decide", "declare_conflict", "decline", "draft", "endorse",
    "set_criteria", "shortlist", "submit", "update",
]  # fmt: skip
