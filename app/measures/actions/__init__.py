"""What people do with measures. Each runs inside the caller's transaction."""

from app.measures.actions.define import (
    Definition,
    SourceWords,
    add_intervention,
    add_source,
    create,
    remove_intervention,
    update,
)
from app.measures.actions.link import MOST, link, move, unlink
from app.measures.actions.observe import correct, record, save_lines
from app.measures.actions.recompute import rebuild, recompute
from app.measures.actions.recount import recount

__all__ = [
    "MOST", "Definition", "SourceWords", "add_intervention", "add_source", "correct", "create", "link", "move",
    "rebuild", "recompute", "record", "recount", "remove_intervention", "save_lines", "unlink", "update",
]  # fmt: skip
