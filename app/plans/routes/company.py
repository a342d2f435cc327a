"""Who writes in a draft, in words: when it was saved last, and "Omar saved Problem 2 minutes ago"."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from flask_babel import gettext as _
from flask_babel import ngettext

from app.accounts.models import Person
from app.core import clock
from app.plans import queries
from app.plans.models import PlanVersion
from app.web import figures

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def company(saves: Sequence[queries.Saved], viewer: Person, names: Mapping[str, str]) -> list[str]:
    """One sentence for each colleague who saved within a day, the latest first."""
    now = clock.now()
    return [_said(one, now, names) for one in queries.saved_by_others(saves, viewer, since=now - DAY)]


def last_saved(version: PlanVersion) -> str:
    """When and by whom the newest words were saved: the one sentence that the page says of it."""
    return _("Saved %(when)s by %(name)s", when=figures.moment(version.saved_at), name=version.saved_by.name)


def _said(saved: queries.Saved, now: datetime, names: Mapping[str, str]) -> str:
    parts = figures.listed(names.get(key, key) for key in saved.parts)
    past = now - saved.at
    if past < MINUTE:
        return _("%(name)s saved %(parts)s just now", name=saved.name, parts=parts)
    if past < HOUR:
        return ngettext(
            "%(name)s saved %(parts)s %(num)s minute ago", "%(name)s saved %(parts)s %(num)s minutes ago",
            past // MINUTE, name=saved.name, parts=parts,
        )  # fmt: skip
    return _("%(name)s saved %(parts)s on %(when)s", name=saved.name, parts=parts, when=figures.moment(saved.at))
