"""Remarks beside the sections of a draft: what stands in the boxes for answers, and keeping them with the draft."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from flask import request

from app.core import clock
from app.core.database import transaction
from app.core.errors import BrokenRule, NotAllowed
from app.core.row_numbers import row_number
from app.plans.models import PlanVersion
from app.reviews import actions, policy, queries
from app.reviews.labels import STATES
from app.reviews.models import Remark, RemarkState
from app.web import access
from app.web.forms import clean
from app.web.texts import said

BOX = "answer-"


@dataclass(frozen=True)
class Box:
    """A remark beside its section; `name` of the field for an answer, empty where the viewer may not answer."""

    remark: Remark
    name: str
    typed: str
    states: Mapping[RemarkState, Any] = field(default_factory=lambda: STATES)


def boxes(version: PlanVersion) -> Mapping[str, Sequence[Box]]:
    """What is not settled, by part; one query."""
    may_answer = policy.can_answer(access.viewer(), version.plan)
    found: dict[str, list[Box]] = defaultdict(list)
    for one in queries.unsettled(version.plan):
        name = f"{BOX}{one.id}" if may_answer else ""
        found[one.part].append(Box(one, name, request.form.get(name, "") if name else ""))
    return found


def refusal(version: PlanVersion) -> str | None:
    """Keep the answers that the form came with, in a transaction of their own; in words why, where that cannot be."""
    words = {number: clean(text) for name, text in request.form.items() if (number := _remark_id(name)) is not None}
    if not any(words.values()):
        return None
    path = f"/plans/{version.plan.ref}/versions/{version.number}/remarks"
    try:
        with transaction():
            actions.answer_all(version.plan, words, path=path, by=access.viewer(), at=clock.now())
    except NotAllowed:
        raise
    except BrokenRule as broken:
        return said(broken)
    return None


def _remark_id(name: str) -> int | None:
    return row_number(name.removeprefix(BOX)) if name.startswith(BOX) else None
