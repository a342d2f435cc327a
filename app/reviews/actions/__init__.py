"""What people do in a review: remark, answer, ask again, settle, name a coach. Each inside the caller's transaction."""

from app.reviews.actions.answer import answer_all
from app.reviews.actions.coach import end_coach, name_coach
from app.reviews.actions.remark import remark_all
from app.reviews.actions.settle import ask_again, settle

__all__ = ["answer_all", "ask_again", "end_coach", "name_coach", "remark_all", "settle"]
