"""What a version still lacks before it can be handed in, and how many words it has. Pure; rules, no queries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.core.errors import BrokenRule
from app.plans import counting
from app.plans.content import Content
from app.plans.errors import NoChange, NotReady, TechnologyAlone
from app.plans.length import Length
from app.plans.sections import OWN, REQUIRED, TEXTS, Section


@dataclass(frozen=True)
class Step:
    """One line of "Before you submit": a part, whether it is there, and whether submitting needs it."""

    key: str
    is_done: bool
    is_required: bool


def steps(content: Content, length: Length | None, sections: Mapping[str, Section]) -> Sequence[Step]:
    """What to look at before submitting; "length" first, then parts in the order of the sheet. Hidden ones are not."""
    found = [Step("length", length is not None and length.fits, True)]
    for key in ("title", "outcome", "problem", "customers", "changes", "today", "after", "risks", *OWN):
        is_required = key in REQUIRED or key == "changes"
        if key not in sections or not sections[key].is_hidden:
            found.append(Step(key, bool(content.part(key)), is_required))
    return found


def missing(content: Content) -> list[BrokenRule]:
    """Rules that submitting would break, each with its field."""
    found: list[BrokenRule] = [NotReady(key) for key in REQUIRED if not content.words.get(key)]
    if not any(change.what for change in content.changes):
        found.append(NoChange())
    found += [TechnologyAlone(row, name) for row, change in enumerate(content.changes) for name in change.lacks]
    return found


def word_counts(content: Content) -> dict[str, int]:
    """Words by section, as a person counts them; changes by their number."""
    counts = {key: counting.words(content.words.get(key, "")) for key in TEXTS}
    return {**counts, "changes": len(content.changes), "channels": len(content.channels)}
