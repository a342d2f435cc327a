"""What a version says, as pages show it: from its frozen sheet once it is submitted, from its rows while it is a draft.

So a page of a submitted version shows what was handed in, word for word. Only the names of codes (the kinds of changes
and channels, costs) are said in the reader's language, as the headings above them are; paper keeps the plan's.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.plans import content, gather, labels, ladder, queries, sections
from app.plans.content import Days
from app.plans.models import PlanVersion
from app.plans.sheet import Change, Channel


@dataclass(frozen=True)
class Shown:
    """Texts by section, changes and channels with their names, lead times now and then, what the parts are called."""

    words: Mapping[str, str]
    changes: tuple[Change, ...]
    channels: tuple[Channel, ...]
    days: Days
    names: Mapping[str, str]

    @property
    def rungs(self) -> tuple[str, ...]:
        """From the outcome up to the mission: each "so that"."""
        return ladder.rungs(self.words.get("mission", ""))


def of(version: PlanVersion) -> Shown:
    """What the version says; of a submitted one what was frozen."""
    kept = version.frozen
    if kept is None:
        return _of_draft(version)
    return Shown(
        words={key: str(kept.get(key, "")) for key in sections.TEXTS},
        changes=_changes(version, tuple(Change(**row) for row in kept["changes"])),
        channels=_channels(version, tuple(Channel(**row) for row in kept["channels"])),
        days=(kept["today_days"], kept["after_days"]),
        names=labels.names({}) | {one["key"]: one["name"] for one in kept.get("names", ())},
    )


def _changes(version: PlanVersion, kept: tuple[Change, ...]) -> tuple[Change, ...]:
    """As handed in, kinds and costs in the reader's language."""
    named = gather.changes(content.changes_of(version))
    if len(named) != len(kept):
        return kept
    return tuple(replace(was, kind=now.kind, cost=now.cost) for was, now in zip(kept, named, strict=True))


def _channels(version: PlanVersion, kept: tuple[Channel, ...]) -> tuple[Channel, ...]:
    """With the owners as handed in, the kinds in the reader's language."""
    chosen = sorted(version.channels, key=lambda channel: channel.id)  # the order in which they were frozen
    if len(chosen) != len(kept):
        return kept
    return tuple(replace(was, name=labels.channel(now.kind, now.name)) for was, now in zip(kept, chosen, strict=True))


def _of_draft(version: PlanVersion) -> Shown:
    owned = queries.owned_channels(version)
    written = content.of(version)
    channels = gather.channels(written.channels, owned)
    asked = sections.of(version.plan)
    words = sections.printed(written.words, asked)
    return Shown(words, gather.changes(written.changes), channels, written.days, labels.names(asked))
