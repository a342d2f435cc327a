"""The story of a plan in short: what its team told, what was handed in and decided, what small tests taught."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from flask_babel import gettext as _

from app.check_ins.models import CheckInState
from app.check_ins.queries import Row
from app.offices.days import today_at
from app.plans.models import Plan, PlanVersion, VersionState
from app.trials import labels as trial_labels
from app.trials.queries import Listed
from app.web.figures import short_day
from app.web.story import Entry

MOST = 8
PUBLIC = (VersionState.SUBMITTED, VersionState.ACCEPTED)


def of(plan: Plan, told: Iterable[Row], trials: Iterable[Listed]) -> Sequence[Entry]:
    """The newest first, MOST at most. What was returned is between those who work on it."""
    found = [*_versions(plan), *_told(plan, told), *_taught(trials)]
    return sorted(found, key=lambda entry: entry.on, reverse=True)[:MOST]


def _versions(plan: Plan) -> Iterator[Entry]:
    for version in plan.versions:
        href = f"/plans/{plan.ref}/versions/{version.number}"
        if version.submitted_at and version.state in PUBLIC:
            yield _noted(today_at(plan.office, version.submitted_at), _handed_in(version), href)
        if version.decided_at and version.state is VersionState.ACCEPTED:
            words = _("Version %(number)s was accepted. It is in force.", number=version.number)
            yield _noted(today_at(plan.office, version.decided_at), words, href)


def _handed_in(version: PlanVersion) -> str:
    name = version.submitted_by.name if version.submitted_by else ""
    return _("%(name)s handed in version %(number)s.", name=name, number=version.number)


def _told(plan: Plan, rows: Iterable[Row]) -> Iterator[Entry]:
    for row in rows:
        if row.state is CheckInState.ANSWERED and row.answered_on:
            words = "\n\n".join(filter(None, (row.moved, row.stuck, row.needed)))
            href = f"/plans/{plan.ref}/check-ins"
            yield Entry(row.answered_on, short_day(row.answered_on), row.who, _("check-in"), words, detail_href=href)


def _taught(trials: Iterable[Listed]) -> Iterator[Entry]:
    for one in trials:
        if one.studied_on:
            yield _noted(one.studied_on, trial_labels.in_words(one), one.href, one.learned)


def _noted(on: date, what: str, href: str, words: str = "") -> Entry:
    return Entry(on, short_day(on), "", what, words, "noted", href)
