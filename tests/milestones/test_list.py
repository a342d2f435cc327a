"""The year: what is due across plans, overdue first."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from app.accounts.models import Person
from app.extensions import db
from app.milestones.models import State
from app.milestones.queries import Filters, cursor_from, cursor_of, late_count, page
from app.offices.finding import sought
from app.offices.models import OfficeRules
from tests.milestones import given
from tests.support import builders as build
from tests.support.client import Client

pytestmark = pytest.mark.usefixtures("app", "clock")
As = Callable[[Person], Client]
NOW = build.AT


def test_overdue_stands_first_and_drafts_do_not_show(as_person: As) -> None:
    cast = given.cast()
    for name, due in (("Next year", date(2027, 3, 1)), ("Overdue", date(2026, 11, 9)), ("Soon", date(2026, 12, 1))):
        build.milestone(cast.plan, name, due)
    assert "Overdue" not in as_person(cast.stranger).get("/milestones").text
    given.accept(cast.plan)
    found = as_person(cast.stranger).get("/milestones")
    assert found.text.index("Overdue") < found.text.index("Soon") < found.text.index("Next year")
    assert "14 days late" in found.text


def test_it_can_be_narrowed(as_person: As) -> None:
    cast = given.cast()
    given.promised(cast.plan, "Overdue", date(2026, 11, 9))
    for address, is_there in (
        (f"?office={cast.office.slug}", True), (f"?office={cast.agency.slug}", True), ("?state=late", True),
        ("?state=done", False), ("?state=nonsense", True), (f"?cycle={cast.plan.cycle_id}", True),
        ("?cycle=999", False),
        ("?mine=1", False), ("?after=x&before=9999-99-99.1", True),
    ):  # fmt: skip
        assert ("14 days late" in as_person(cast.stranger).get(f"/milestones{address}").text) is is_there, address
    assert "14 days late" in as_person(cast.champion).get("/milestones?mine=1").text


def test_pages_hold_every_row_once_forward_and_back() -> None:
    cast = given.cast()
    for number in range(60):
        build.milestone(cast.plan, f"Step {number}", date(2026, 10, 1) + timedelta(days=number // 3))
    given.accept(cast.plan)
    for state in ("", "done"):
        if state:
            for row in page(Filters(), NOW).rows:
                row.state = State.DONE
            db.session.commit()
        seen, cursor, last = [], None, None
        while True:
            last = page(Filters(state=state), NOW, after=cursor)
            seen += [row.id for row in last.rows]
            if last.after is None:
                break
            cursor = cursor_from(last.after)
        assert len(seen) == len(set(seen)) == (25 if state else 60)
        if last.before:
            earlier = page(Filters(state=state), NOW, before=cursor_from(last.before))
            assert [row.id for row in earlier.rows] == seen[-len(last.rows) - 25 : -len(last.rows)]


def test_the_number_of_queries_does_not_grow(as_person: As, queries: Callable[[], object]) -> None:
    cast = given.cast()
    for number in range(25):
        build.milestone(cast.plan, f"Step {number}")
    given.accept(cast.plan)
    browser = as_person(cast.colleague)
    with queries() as counted:  # type: ignore[attr-defined]  # the fixture's context
        browser.get("/milestones")
    assert len(counted) <= 12


def test_late_begins_at_the_midnight_of_the_office() -> None:
    cast = given.cast()
    build.save(OfficeRules(office_id=cast.office.id, from_on=date(2026, 1, 1), time_zone="Pacific/Auckland"))
    made = given.promised(cast.plan, due=date(2026, 11, 23))
    before, after = datetime(2026, 11, 23, 10, 59, tzinfo=UTC), datetime(2026, 11, 23, 11, 1, tzinfo=UTC)
    assert (late_count(before), late_count(after)) == (0, 1)
    assert page(Filters(state="late"), before).rows == []
    assert [row.id for row in page(Filters(state="late"), after).rows] == [made.id]
    assert late_count(after, sought(cast.office.slug).office) == 1
    assert late_count(after + timedelta(days=2)) == 1


def test_done_late_says_how_late(as_person: As) -> None:
    cast = given.cast()
    made = given.promised(cast.plan, due=date(2026, 11, 9))
    as_person(cast.champion).post(
        f"/plans/{cast.plan.ref}/milestones/{made.id}/completions", {"done_on": "2026-11-11", "evidence": "Seen"}
    )
    assert "done 2 days late" in as_person(cast.champion).get("/milestones?state=done").text


def test_a_cursor_is_a_place_or_nothing() -> None:
    cast = given.cast()
    made = given.promised(cast.plan)
    assert cursor_from(cursor_of(made)) == (made.due_on, made.id)
    for text in ("", "x", "2026-13-01.1", "2026-10-01.x", "2026-10-01.99999999999"):
        assert cursor_from(text) is None
