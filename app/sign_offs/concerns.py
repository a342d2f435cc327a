"""Which parts of a plan's text a word rests on, and whether they are still the same. Asks nothing, saves nothing.

A word rests on what changes for a channel; its owner may say that it rests on more or on less. Only where one of those
parts changed is the owner asked again (docs/decisions has the reasons).
"""

from collections.abc import Mapping
from hmac import compare_digest

from app.core import events
from app.plans import content as contents
from app.plans.content import Content
from app.sign_offs.models import SignOff

ALWAYS = ("changes", "today", "days", "after", "people", "risks")
"""What a word rests on until its owner says otherwise: what changes, from what to what, by whom, at what risk."""


def parts_of(content: Content) -> tuple[str, ...]:
    """The parts that a word can rest on. Which channels are touched is nobody's word."""
    return (*content.words, "changes", "days")


def digests(content: Content, salt: bytes) -> dict[str, str]:
    """Each part to a digest that proves nothing without the salt, which dies with the text when it is redacted."""
    return {key: events.text_digest(contents.stamp(content.part(key)), salt) for key in parts_of(content)}


def is_unchanged(sign_off: SignOff, content: Content) -> bool:
    """True where every part that the word rests on says what it said when the owner was asked."""
    now = digests(content, sign_off.asked_of.salt)
    return all(_is_same(sign_off.parts, now, key) for key in sign_off.rests_on)


def _is_same(then: Mapping[str, str], now: Mapping[str, str], key: str) -> bool:
    """A part that neither text has is the same; one that came or went is not."""
    return compare_digest(then.get(key, ""), now.get(key, ""))


def summary(sign_off: SignOff) -> str:
    """One digest over all parts that were asked about, for the log."""
    return events.text_digest(" ".join(sorted(sign_off.parts.values())), sign_off.asked_of.salt)
