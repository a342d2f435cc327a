"""Reading plans: one plan as a viewer may see it, and the list across offices."""

from app.plans.queries.beside import LINKED, Beside, Linked, OwnedChannel, beside, linked_pain_points, owned_channels
from app.plans.queries.company import Saved, last_savers, saved_by_others, saves_of, written_alone_by
from app.plans.queries.examples import Along, Example, along
from app.plans.queries.plan import (
    editable_by,
    get_version,
    get_visible,
    in_force,
    on_paper,
    open_version,
    program_officers,
    shown_to,
    startable_by,
    writer_ids,
)  # fmt: skip
from app.plans.queries.portfolio import Filters, Row, cycles, seats_without_plan, submitted_page

__all__ = [
    "LINKED",
    "Along",
    "Beside",
    "Example",
    "Filters",
    "Linked",
    "OwnedChannel",
    "Row",
    "Saved",
    "along",
    "beside",
    "cycles",
    "editable_by",
    "get_version",
    "get_visible",
    "in_force",
    "last_savers",
    "linked_pain_points",
    "on_paper",
    "open_version",
    "owned_channels",
    "program_officers",
    "saved_by_others",
    "saves_of",
    "seats_without_plan",
    "shown_to",
    "startable_by",
    "submitted_page",
    "writer_ids",
    "written_alone_by",
]  # fmt: skip
