"""Reading measures. Writes nothing."""

from app.measures.queries.entered import Entered, entered
from app.measures.queries.links import (
    candidates,
    is_promised,
    links,
    plans_of,
    possible_owners,
)
from app.measures.queries.lists import Filters, get, get_observation, page
from app.measures.queries.numbers import (
    BeforeAfter,
    Numbers,
    before_and_after,
    current,
    for_version,
    in_use,
    numbers,
    series,
    stale,
    with_numbers,
)
from app.measures.queries.peers import evidence_of, peers, with_grade_from
from app.measures.queries.recounts import can_be_recounted, holding, recorder_ids, recounts
from app.measures.queries.saved import Headline, at_no_cost

__all__ = [
    "BeforeAfter", "Entered", "Filters", "Headline", "Numbers", "at_no_cost", "before_and_after", "can_be_recounted",
    "candidates", "current",
    "entered", "evidence_of", "for_version", "get", "get_observation", "holding", "in_use", "is_promised", "links",
    "numbers", "page", "peers", "plans_of", "possible_owners", "recorder_ids", "recounts", "series",
    "stale",
    "with_grade_from", "with_numbers",
]  # fmt: skip
