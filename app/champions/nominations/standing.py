"""What the program office sees of the scores: by criterion, everyone's points and the mean of those that count."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.accounts.models import Person
from app.champions.nominations import policy, queries
from app.champions.nominations.models import Assessment, Nomination
from app.champions.nominations.queries import Line, Standing


@dataclass(frozen=True)
class Scores:
    """Rows are (criterion, points by scorer in the order of `assessments`, mean). `set_aside` are ids of scorers who
    declared a conflict later: their points are shown and do not count."""

    assessments: Sequence[Assessment]
    rows: list[tuple[str, list[int | None], float | None]]
    mean: float | None
    set_aside: frozenset[int]


def of(nomination: Nomination) -> Scores:
    """All scores of a nomination."""
    given, criteria = queries.assessments(nomination), queries.criteria(nomination.cycle)
    away = frozenset(one.person_id for one in nomination.conflicts)
    counted = [one.points for one in given if one.scorer_id not in away]
    rows = [
        (one.name, [each.points.get(one.id) for each in given], _mean([points[one.id] for points in counted]))
        for one in criteria
    ] if given else []  # fmt: skip
    return Scores(given, rows, _mean([value for points in counted for value in points.values()]), away)


def lines_for(viewer: Person, lines: Sequence[Line]) -> list[Line]:
    """Those that the viewer watches over. Nobody finds themself there before the shortlist, nor ever their scores."""
    watched = [one for one in lines if viewer.has_any_role(*policy.WATCHERS, office=one)]
    return [
        replace(one, standing=Standing(None, 0)) if viewer.id in (one.nominee_id, one.nominator_id) else one
        for one in watched
        if viewer.id != one.nominee_id or one.is_known
    ]


def _mean(points: Sequence[int]) -> float | None:
    return sum(points) / len(points) if points else None
