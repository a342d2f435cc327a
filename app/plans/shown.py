"""What a version says, as pages show it: from its frozen sheet once it is submitted, from its rows while it is a draft.

So a page of a submitted version shows what was handed in, word for word, and asks the database once.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app.plans import content, gather
from app.plans.content import Days
from app.plans.models import SECTIONS, PlanVersion
from app.plans.sheet import Change, Channel


@dataclass(frozen=True)
class Shown:
    """Texts by section, changes and channels with their names, lead times now and then."""

    words: Mapping[str, str]
    changes: tuple[Change, ...]
    channels: tuple[Channel, ...]
    days: Days


def of(version: PlanVersion) -> Shown:
    """What the version says; of a submitted one what was frozen, in the plan's language."""
    kept = version.frozen
    if kept is None:
        return _of_draft(version)
    return Shown(
        words={key: str(kept[key]) for key in SECTIONS},
        changes=tuple(Change(**row) for row in kept["changes"]),
        channels=tuple(Channel(**row) for row in kept["channels"]),
        days=(kept["today_days"], kept["after_days"]),
    )


def _of_draft(version: PlanVersion) -> Shown:
    written = content.of(version)
    return Shown(written.words, gather.changes(written.changes), gather.channels(written.channels), written.days)
