"""What people write in a plan, as one value: from the rows of a version, or from a form that is not saved yet.

Its parts are saved and guarded one by one, so that two people can write at once.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from app.plans.models import ChangeKind, Cost, PlanVersion
from app.plans.sections import TEXTS


@dataclass(frozen=True)
class ChangeText:
    """One thing the plan changes. The last three are asked of technology; `lacks` names those that are empty."""

    what: str
    kind: ChangeKind
    rule_owner: str
    cost: Cost
    process: str = ""
    service_owner: str = ""
    technology_owner: str = ""

    @property
    def is_technology(self) -> bool:
        return self.kind is ChangeKind.TECHNOLOGY

    @property
    def lacks(self) -> tuple[str, ...]:
        return tuple(name for name in TECHNOLOGY if not getattr(self, name)) if self.is_technology else ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything in it that somebody wrote."""
        return tuple(getattr(self, name) for name in WRITTEN)

    def rewritten(self, by: Callable[[str], str]) -> "ChangeText":
        """The same with each of these texts rewritten."""
        texts: dict[str, Any] = {name: by(getattr(self, name)) for name in WRITTEN}
        return replace(self, **texts)


TECHNOLOGY = ("process", "service_owner", "technology_owner")
"""What a technology change is asked: the process that is rethought with it, and its two owners."""
WRITTEN = ("what", "rule_owner", *TECHNOLOGY)

Days: TypeAlias = tuple[int | None, int | None]
Part: TypeAlias = str | tuple[ChangeText, ...] | Days | tuple[int, ...]

PARTS = (*TEXTS, "changes", "days", "channels")
"""The parts that are saved each under its own guard; `days` are lead times now and then."""

MOST_CHANGES = 8
LONGEST = 100_000
"""Characters that one section holds. Far above two pages: a text that is too long is measured, not cut."""


@dataclass(frozen=True)
class Content:
    """All texts and choices of a version. `channels` are ids."""

    words: Mapping[str, str]
    changes: tuple[ChangeText, ...] = ()
    days: Days = (None, None)
    channels: tuple[int, ...] = ()

    def part(self, key: str) -> Any:
        return self.words.get(key, "") if key in TEXTS else getattr(self, key)

    def replaced(self, parts: Mapping[str, Any]) -> "Content":
        """The same with some parts put in place of others."""
        words = {**self.words, **{key: value for key, value in parts.items() if key in TEXTS}}
        return replace(self, words=words, **{key: value for key, value in parts.items() if key not in TEXTS})


def size(content: Content) -> int:
    """Characters in all."""
    return sum(lengths(content).values())


def lengths(content: Content) -> dict[str, int]:
    """Characters of each section, those of all changes as one."""
    changes = sum(len(text) for row in content.changes for text in row.texts)
    return {**{key: len(words) for key, words in content.words.items()}, "changes": changes}


def beginning(content: Content, most: int) -> Content:
    """The same with no more than `most` characters: each text is cut to the same share of it."""
    whole = max(most, size(content))

    def cut(text: str) -> str:
        return text[: len(text) * most // whole]

    words = {key: cut(text) for key, text in content.words.items()}
    return replace(content, words=words, changes=tuple(row.rewritten(cut) for row in content.changes))


def of(version: PlanVersion) -> Content:
    """What the rows of a version hold now."""
    return Content(
        words={section.key: section.words for section in version.sections},
        changes=changes_of(version),
        days=(version.today_days, version.after_days),
        channels=tuple(sorted(channel.id for channel in version.channels)),
    )


def changes_of(version: PlanVersion) -> tuple[ChangeText, ...]:
    """What its rows say that it changes."""
    return tuple(
        ChangeText(
            row.what, row.kind, row.rule_owner, row.cost, row.process, row.service_owner, row.technology_owner
        )
        for row in version.changes
    )


def stamp(part: Part) -> str:
    """Twelve hex digits that tell whether a part is still the one somebody saw."""
    canonical = json.dumps(part, default=vars, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(canonical.encode()).hexdigest()[:12]
