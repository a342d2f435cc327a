"""The pages of check-ins and blockers, and the door for those who come by the link of a mail."""

from app.check_ins.routes import blockers, check_ins, links
from app.check_ins.routes.blueprint import bp

__all__ = ["blockers", "bp", "check_ins", "links"]
