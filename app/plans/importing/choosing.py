"""What becomes of the texts that came: beside what the draft has, each kept, taken or put below. Saves nothing.

The preview carries the texts in its own form, so that no file has to be stored between looking and saving.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from app.core.errors import N_, BrokenRule
from app.plans import content
from app.plans.actions import Entry
from app.plans.content import LONGEST, MOST_CHANGES, ChangeText, Content
from app.plans.importing.matching import MOST_LOOSE, Found
from app.plans.models import ChangeKind, Cost
from app.web.forms import clean

MARK = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s+")


class Take(StrEnum):
    KEEP = "keep"
    TAKE = "take"
    APPEND = "append"


class TooManyChanges(BrokenRule):
    message = N_("A plan names at most %(most)s changes; these are %(count)s. Join some of them.")


class TooLongText(BrokenRule):
    message = N_("A section holds at most %(most)s characters; this has %(count)s. Shorten it.")


@dataclass(frozen=True)
class Offer:
    """A section: what the draft has, what came for it, what is chosen. `seen` is the stamp of what its chooser saw."""

    key: str
    saved: str
    coming: str
    take: Take
    seen: str
    problem: BrokenRule | None = None

    @property
    def is_same(self) -> bool:
        return self.saved == self.coming


@dataclass(frozen=True)
class Left:
    """A text that fits no section, and the key of the one that it goes to; empty for none."""

    text: str
    to: str = ""


@dataclass(frozen=True)
class Offers:
    """The whole preview, in the order of the sheet."""

    sections: list[Offer]
    left: list[Left] = field(default_factory=list)

    @property
    def found(self) -> list[Offer]:
        return [one for one in self.sections if one.coming]

    @property
    def is_sound(self) -> bool:
        return not any(one.problem for one in self.sections)


def offered(found: Found, saved: Content, keys: Sequence[str]) -> Offers:
    """The first preview: what is empty is filled, what is written stays until somebody chooses."""
    sections = []
    for key in keys:
        coming, has = clean(found.sections.get(key, "")), as_text(saved, key)
        take = Take.TAKE if coming and not has else Take.KEEP
        sections.append(Offer(key, has, coming, take, content.stamp(saved.part(key))))
    left = [clean("\n\n".join(part for part in (_bold(one.heading), one.text) if part)) for one in found.loose]
    return Offers(sections, [Left(text) for text in left if text])


def posted(fields: Mapping[str, str], saved: Content, keys: Sequence[str]) -> Offers:
    """The preview as its form came back; what is no choice keeps what the draft has."""
    sections = [
        Offer(
            key, as_text(saved, key), clean(fields.get(f"text-{key}")), _take(fields.get(f"take-{key}")),
            fields.get(f"lock-{key}", ""),
        )
        for key in keys
    ]  # fmt: skip
    texts = ((clean(fields.get(f"left-{row}")), fields.get(f"to-{row}", "")) for row in range(MOST_LOOSE))
    left = [Left(text, to if to in keys else "") for text, to in texts if text]
    return Offers([_checked(one, saved, left) for one in sections], left)


def entries(offers: Offers, saved: Content) -> list[Entry]:
    """What is to be saved, each part with the stamp of what its chooser saw."""
    wanted = ((one, value_of(one, saved, offers.left)) for one in offers.sections)
    return [Entry(one.key, value, one.seen or None) for one, value in wanted if value != saved.part(one.key)]


def after(offers: Offers, saved: Content, conflicts: Mapping[str, str]) -> Offers:
    """The preview once more where somebody saved in between (part: stamp of what they saved): the rest is done."""
    sections = [
        Offer(
            one.key, as_text(saved, one.key), one.coming, one.take if one.key in conflicts else Take.KEEP,
            content.stamp(saved.part(one.key)),
        )
        for one in offers.sections
    ]  # fmt: skip
    return Offers(sections, [one for one in offers.left if not one.to or one.to in conflicts])


def value_of(one: Offer, saved: Content, left: Iterable[Left]) -> Any:
    """The part as it would be saved."""
    came = [one.coming] if one.take is not Take.KEEP and one.coming else []
    came += [each.text for each in left if each.to == one.key]
    is_new = one.take is Take.TAKE and bool(one.coming)
    if one.key == "changes":
        known = () if is_new else saved.changes
        return (*known, *(_change(line) for text in came for line in _lines(text)))
    texts = came if is_new else [*filter(None, [saved.part(one.key)]), *came]
    return (" ".join if one.key == "title" else "\n\n".join)(texts)


def as_text(saved: Content, key: str) -> str:
    """A part as people read it; changes are lines."""
    if key == "changes":
        return "\n".join(f"- {change.what}" for change in saved.changes)
    return str(saved.part(key))


def _checked(one: Offer, saved: Content, left: Iterable[Left]) -> Offer:
    value = value_of(one, saved, left)
    if value == saved.part(one.key):
        return one
    problem: BrokenRule | None = None
    if one.key == "changes" and len(value) > MOST_CHANGES:
        problem = TooManyChanges(most=MOST_CHANGES, count=len(value))
    elif one.key != "changes" and len(value) > LONGEST:
        problem = TooLongText(most=LONGEST, count=len(value))
    return Offer(one.key, one.saved, one.coming, one.take, one.seen, problem)


def _change(line: str) -> ChangeText:
    """Word does not say of which kind a change is: it comes as the form's first choice, and the page says so."""
    return ChangeText(line, ChangeKind.POLICY, "", Cost.NIL)


def _lines(text: str) -> list[str]:
    return [line for each in text.splitlines() if (line := MARK.sub("", each).strip())]


def _take(choice: str | None) -> Take:
    return Take(choice) if choice in list(Take) else Take.KEEP


def _bold(heading: str) -> str:
    return f"**{heading}**" if heading else ""
