"""What the program office sees of the scores: by criterion, everyone's points and the mean of those that count."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from app.accounts.models import Person
from app.champions.nominations import policy, queries
from app.champions.nominations.models import Assessment, Nomination
from app.champions.nominations.queries import Line, Standing


@dataclass(frozen=True)
class Scores:
    """Rows are (criterion, points by scorer in the order of `assessments`, mean). `set_aside` are ids of scorers who
    declared a conflict or endorsed later: their points are shown and do not count."""

    assessments: Sequence[Assessment]
    rows: list[tuple[str, list[int | None], float | None]]
    mean: float | None
    set_aside: frozenset[int]


def of(nomination: Nomination) -> Scores:
    """All scores of a nomination."""
    given, criteria = queries.assessments(nomination), queries.criteria(nomination.cycle)
    near = {one.person_id for one in nomination.conflicts} | {one.person_id for one in nomination.endorsements}
    away = frozenset(near)
    counted = [one.points for one in given if one.scorer_id not in away]
    rows = [
        (one.name, [each.points.get(one.id) for each in given], _mean([points[one.id] for points in counted]))
        for one in criteria
    ] if given else []  # fmt: skip
    return Scores(given, rows, _mean([value for points in counted for value in points.values()]), away)


def lines_for(viewer: Person, lines: Sequence[Line], too_near: Collection[int]) -> list[Line]:
    """Those that the viewer watches over. Nobody finds themself there before the shortlist, nor any score of those
    that they are `too_near` to, which stand last: among the others their place would tell it."""
    found = [
        one
        for one in lines
        if viewer.has_any_role(*policy.WATCHERS, office=one) and (viewer.id != one.nominee_id or one.is_known)
    ]
    unscored = [replace(one, standing=Standing(None, 0)) for one in found if one.number in too_near]
    return [*(one for one in found if one.number not in too_near), *unscored]


def _mean(points: Sequence[int]) -> float | None:
    return sum(points) / len(points) if points else None
