"""A story's texts as what the app's forms would bring."""

from typing import Any

from app.demo.texts.kinds import ChangeWords, PlanText
from app.demo.world import World
from app.extensions import db
from app.offices.models import Office
from app.plans.actions import Entry
from app.plans.content import ChangeText
from app.plans.models import ChangeKind, Cost, PlanVersion


def entries(world: World, text: PlanText, office: Office) -> list[Entry]:
    parts: dict[str, Any] = dict(text.words)
    if text.changes:
        parts["changes"] = tuple(change(one) for one in text.changes)
    if text.days != (None, None):
        parts["days"] = text.days
    if text.channels:
        own = world.channels[office.id]
        parts["channels"] = tuple(sorted(channel.id for channel in own if channel.kind.value in text.channels))
    return [Entry(key, value, None) for key, value in parts.items()]


def change(words: ChangeWords) -> ChangeText:
    return ChangeText(**{**vars(words), "kind": ChangeKind(words.kind), "cost": Cost(words.cost)})


def overwrite(version: PlanVersion, text: PlanText) -> None:
    """Empty the parts that are written anew, so that saving meets nothing that somebody else wrote."""
    for section in version.sections:
        if section.key in text.words:
            section.words = ""
    if text.changes:
        version.changes = []
    if text.days != (None, None):
        version.today_days = version.after_days = None
    if text.channels:
        version.channels = []
    db.session.flush()
