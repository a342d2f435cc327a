"""Histories as any page may show them with the partial audit/history.html; oldest first.

Of a long history the oldest lines are left out: it holds the newest 200, those of several things the newest 1,000 of
all together, so that a thing where little happened lately may have none.
"""

from collections.abc import Collection

from app.audit import queries
from app.audit.lines import Line, lines_of
from app.plans.models import PlanVersion


def history_of(subject_type: str, subject_id: int) -> list[Line]:
    """What happened to one thing."""
    return lines_of(*queries.history(queries.about(subject_type, subject_id)))


def histories_of(subject_type: str, subject_ids: Collection[int]) -> dict[int, list[Line]]:
    """The same for several things of one kind, by id, in as many questions as for one."""
    events, names = queries.history(queries.about(subject_type, *subject_ids), queries.MOST_OF_MANY)
    found: dict[int, list[Line]] = {subject_id: [] for subject_id in subject_ids}
    for event, line in zip(events, lines_of(events, names), strict=True):
        found[event.subject_id].append(line)
    return found


def history_of_version(version: PlanVersion) -> list[Line]:
    """What happened to one version of a plan."""
    return lines_of(*queries.history(queries.about_version(version.plan_id, version.id, version.number)))


def history_of_trials(plan_id: int) -> list[Line]:
    """What happened to all small tests of a plan."""
    return lines_of(*queries.history(queries.about_trials(plan_id)))
