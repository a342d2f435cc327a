"""The pages of a plan ask as many questions of the database whether it is small or large, and at most a dozen."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest

from app.extensions import db
from app.measures.models import Intervention, Source
from app.offices.models import ChannelKind
from app.pain_points.models import PlanLink
from app.plans.content import MOST_CHANGES
from app.plans.models import ChangeKind, Cost, Plan, PlanChange, PlanVersion, VersionMeasure, VersionState
from tests.plans.conftest import Cast
from tests.plans.writing import EDIT, SUBMISSIONS
from tests.support import builders
from tests.support.client import Client
from tests.support.queries import Counted

MOST = 12
MANY = 20
DRAFT = (EDIT, "/plans/P-12", "/plans/P-12/versions/9", "/plans/P-12/preview", "/plans/P-12.pdf?draft=1")
HANDED_IN = (
    "/plans/P-12", "/plans/P-12/versions/9", "/plans/P-12/preview", "/plans/P-12/history", "/plans/P-12.pdf", "/plans",
)  # fmt: skip
Queries = Callable[[], AbstractContextManager[Counted]]


@pytest.fixture
def small(cast: Cast) -> Cast:
    """A draft, version 9, with one of each thing, in a cycle that allows pages enough to grow."""
    cast.cycle.page_limit = 4
    builders.save(cast.cycle)
    version = cast.plan.versions[0]
    version.number = 9
    version.channels = [cast.phone]
    builders.save(version)
    _add(cast, version, 0)
    return cast


def grow(cast: Cast) -> None:
    """More of all that a plan can have, each by people of its own."""
    plan = db.session.merge(cast.plan)
    version = plan.versions[-1]
    for number in range(1, MANY):
        _add(cast, version, number)
    for position in range(1, MOST_CHANGES):
        change = PlanChange(position=position, what="One form", kind=ChangeKind.PROCESS, cost=Cost.NIL)
        version.changes = [*version.changes, change]
    for kind in (ChannelKind.MAIL, ChannelKind.CHAT, ChannelKind.EMAIL, ChannelKind.FIELD):
        owner = builders.person(f"Owner of {kind.value}", at=cast.office)
        version.channels = [*version.channels, builders.channel(cast.office, kind, owner)]
    version.saved_by_id = cast.deputy.id
    builders.save(version)
    _add_returned(cast, plan)


def counts(client: Client, queries: Queries, paths: tuple[str, ...]) -> dict[str, int]:
    """How many questions each page asks when it is opened the second time."""
    found = {}
    for path in paths:
        client.get(path)
        with queries() as counted:
            client.get(path)
        found[path] = len(counted)
    return found


def test_a_draft_of_any_size_asks_a_dozen_questions_at_most(small: Cast, champion: Client, queries: Queries) -> None:
    few = counts(champion, queries, DRAFT)
    grow(small)
    assert counts(champion, queries, DRAFT) == few
    assert max(few.values()) <= MOST, few


def test_a_submitted_version_of_any_size_asks_a_dozen_questions_at_most(
    small: Cast, champion: Client, program: Client, queries: Queries
) -> None:
    champion.post(SUBMISSIONS)
    few = [counts(reader, queries, HANDED_IN) for reader in (champion, program)]
    champion.post("/plans/P-12/versions/9/withdrawals")
    champion.post("/plans/P-12/versions")
    grow(small)
    champion.post(SUBMISSIONS)
    paths = tuple(path.replace("/9", "/10") for path in HANDED_IN)
    many = [counts(reader, queries, paths) for reader in (champion, program)]
    assert [list(one.values()) for one in many] == [list(one.values()) for one in few]
    assert max(max(one.values()) for one in few) <= MOST, few


def test_parts_that_two_people_wrote_name_their_savers_however_many_they_are(
    small: Cast, champion: Client, queries: Queries
) -> None:
    seen = champion.get(EDIT).form(EDIT).values
    names = ("title", "outcome", "mission", "problem", "today", "after")
    champion.post(EDIT, seen | dict.fromkeys(names, "What came first"))
    asked = []
    for typed in (names[:1], names):
        with queries() as counted:
            champion.post(EDIT, seen | dict.fromkeys(typed, "What came then"), expect=409)
        asked.append(sum("event.data" in statement for statement in counted.statements))
    assert asked == [2, 2], "who else writes here, and who saved the parts that differ"


def _add(cast: Cast, version: PlanVersion, number: int) -> None:
    """One more milestone and report; one more measure while a plan may have it."""
    builders.milestone(version.plan, f"Milestone {number}", owner="Priya Nair")
    point = builders.pain_point(cast.office, cast.champion, cast.colleague)
    builders.save(PlanLink(pain_point_id=point.id, plan_id=version.plan_id, from_on=builders.TODAY))
    if number >= 5:
        return
    owner = builders.person(f"Counts {number}", at=cast.office)
    measure = builders.measure(cast.office, owner, f"Measure {number}")
    for month in range(1, 4):
        builders.observation(measure, date(2026, month, 1), date(2026, month, 28), month, owner)
    measure.sources = [*measure.sources, Source(name="A newer system", from_on=date(2026, 8, 1))]
    builders.save(measure)
    builders.save(Intervention(measure_id=measure.id, happened_on=date(2026, 2, 1), name="One form"))
    builders.save(VersionMeasure(version_id=version.id, measure_id=measure.id, position=number))


def _add_returned(cast: Cast, plan: Plan) -> None:
    """Versions that came before and went back, each handed in by somebody else."""
    for number in range(1, 5):
        writer = builders.person(f"Wrote {number}", at=cast.office)
        builders.save(
            PlanVersion(
                plan_id=plan.id, number=number, state=VersionState.RETURNED, saved_at=builders.AT,
                author_id=writer.id, saved_by_id=writer.id, submitted_by_id=writer.id,
            )
        )  # fmt: skip
