"""A report that says the same as another: merged into it, read with it, counted with it, and taken apart again."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from app.accounts.models import Person
from app.core.database import transaction
from app.core.events import Event
from app.extensions import db
from app.notices.models import Notice
from app.pain_points import demand, duplicates, queries, receipt
from app.pain_points.actions.rebuild import rebuild
from app.pain_points.models import PainPoint, Reply, ReplyKind, State
from tests.pain_points.conftest import World
from tests.support.builders import TODAY
from tests.support.client import Client

Browser = Callable[..., Client]
SAID = "The sign at the entrance is one story; we answer both together."


def again(point: PainPoint) -> PainPoint:
    return db.session.get_one(PainPoint, point.id, populate_existing=True)


def merged(as_person: Browser, world: World, **fields: object) -> tuple[PainPoint, PainPoint]:
    """The colleague's report, merged by the champion into the stranger's."""
    point, other = world.report(world.colleague, **fields), world.report(world.stranger, title="The sign is missing")
    champion = as_person(world.champion)
    assert f'formaction="/pain-points/{point.ref}/merges"' in champion.get(f"/pain-points/{point.ref}").html
    champion.post(f"/pain-points/{point.ref}/merges", {"words": SAID, "other": other.ref})
    return again(point), again(other)


def test_merging_answers_the_report_and_tells_its_reporter(as_person: Browser, world: World) -> None:
    point, other = merged(as_person, world)
    assert (point.state, point.duplicate_of_id) == (State.DUPLICATE, other.id)
    assert point.answered_on == point.acknowledged_on == TODAY
    told = db.session.scalars(select(Notice).where(Notice.person_id == world.colleague.id)).one()
    assert told.kind == "pain_point_duplicate"
    page = as_person(world.colleague).get(f"/pain-points/{point.ref}")
    assert SAID in page.text
    assert other.ref in page.text
    assert "answered the same day" in page.text
    assert point.ref in as_person(world.stranger).get(f"/pain-points/{other.ref}").text


def test_its_reporter_reads_what_the_other_is_answered(as_person: Browser, world: World) -> None:
    point, other = merged(as_person, world)
    as_person(world.champion).post(f"/pain-points/{other.ref}/acceptances", {"words": "A new sign hangs on Monday."})
    kinds = db.session.scalars(select(Notice.kind).where(Notice.person_id == world.colleague.id)).all()
    assert kinds == ["pain_point_duplicate", "pain_point_accepted"]
    assert "A new sign hangs on Monday." in as_person(world.colleague).get(f"/pain-points/{point.ref}").text


def test_an_anonymous_reporter_reads_it_with_the_four_words(
    client: Client, as_person: Browser, world: World
) -> None:  # fmt: skip
    words = ("apple", "river", "stone", "cloud")
    hashed = receipt.hash_of(words, client.app.config["SECRET_KEY"])
    point, other = world.report(receipt_hash=hashed), world.report(world.stranger)
    champion = as_person(world.champion)
    champion.post(f"/pain-points/{point.ref}/merges", {"words": SAID, "other": other.ref})
    champion.post(f"/pain-points/{other.ref}/fixes", {"words": "It hangs."})
    page = client.post("/report/answer", {"four_words": " ".join(words)}, csrf=False)
    assert SAID in page.text
    assert "It hangs." in page.text
    assert f"/pain-points/{other.ref}" not in page.html


def test_the_other_counts_both_and_parting_takes_it_back(as_person: Browser, world: World) -> None:
    point, other = merged(as_person, world, minutes_lost=30)
    alone = demand.count(other, [])
    assert other.people_per_month == alone.people + demand.count(point, []).people
    assert other.minutes_per_month == other.people_per_month * 30
    as_person(world.champion).post(f"/pain-points/{point.ref}/separations", {"words": "It is another door."})
    assert again(other).people_per_month == alone.people


def test_computing_it_again_finds_the_same(as_person: Browser, world: World) -> None:
    _, other = merged(as_person, world, minutes_lost=30)
    counted, number = (other.people_per_month, other.minutes_per_month), other.id
    with transaction():
        rebuild()
    found = db.session.get_one(PainPoint, number)
    assert (found.people_per_month, found.minutes_per_month) == counted


def sight(as_person: Browser, who: Person, point: PainPoint, **fields: object) -> None:
    seen = {"frequency": "weekly", "customers": "6-20", "minutes_lost": "", "words": ""} | fields
    as_person(who).post(f"/pain-points/{point.ref}/sightings", seen)


def test_who_sees_what_was_merged_counts_on_the_other_once_and_apart(as_person: Browser, world: World) -> None:
    point, other = world.report(world.colleague), world.report(world.stranger)
    for who, where in ((world.program, point), (world.leader, point), (world.leader, other), (world.sponsor, other)):
        sight(as_person, who, where, minutes_lost="20")
    champion = as_person(world.champion)
    champion.post(f"/pain-points/{point.ref}/merges", {"words": SAID, "other": other.ref})
    assert again(other).sighting_count == 3  # the leader, who said it of both, counts once
    page = champion.get(f"/pain-points/{other.ref}").text
    alone, a_sighting = demand.count(other, []).people, 56  # 13 customers a week
    assert f"This report, 2 sightings: {alone + 2 * a_sighting + 1} customers a month, about 20 minutes each" in page
    assert f"1 report that says the same, 1 sighting: {alone + a_sighting} customers a month" in page
    assert "that says the same, " not in champion.get(f"/pain-points/{point.ref}").text
    sight(as_person, world.colleague, other)
    assert again(other).sighting_count == 4
    with transaction():
        assert rebuild() == 0
    champion.post(f"/pain-points/{point.ref}/separations", {"words": "It is another door."})
    assert again(other).sighting_count == 3


def test_parting_makes_it_wait_for_its_own_answer(as_person: Browser, world: World) -> None:
    point, _ = merged(as_person, world)
    due = point.answer_due_on
    champion = as_person(world.champion)
    assert f'formaction="/pain-points/{point.ref}/separations"' in champion.get(f"/pain-points/{point.ref}").html
    page = champion.post(f"/pain-points/{point.ref}/separations", {"words": "It is another door."})
    point = again(point)
    assert (point.state, point.duplicate_of_id, point.answered_on) == (State.ACKNOWLEDGED, None, None)
    assert point.answer_due_on == due
    assert "It is another door." in page.text
    champion.post(f"/pain-points/{point.ref}/acceptances", {"words": "Yes."})
    assert again(point).state is State.ACCEPTED


def test_strangers_readers_and_reporters_are_refused(as_person: Browser, client: Client, world: World) -> None:
    point, other = world.report(world.colleague), world.report()
    for person in (world.stranger, world.colleague, world.auditor, world.leader, world.sponsor):
        as_person(person).post(f"/pain-points/{point.ref}/merges", {"words": SAID, "other": other.ref}, expect=403)
    client.post(f"/pain-points/{point.ref}/merges", {"words": SAID}, expect=401)
    assert again(point).state is State.RECEIVED


def test_get_is_refused(as_person: Browser, world: World) -> None:
    point = world.report()
    for where in ("merges", "separations"):
        as_person(world.champion).get(f"/pain-points/{point.ref}/{where}", expect=405)


def test_a_repeat_changes_nothing(as_person: Browser, world: World) -> None:
    point, other = merged(as_person, world)
    champion = as_person(world.champion)
    champion.post(f"/pain-points/{point.ref}/merges", {"words": SAID, "other": other.ref})
    for _ in range(2):
        champion.post(f"/pain-points/{point.ref}/separations", {"words": "Apart."})
    kinds = db.session.scalars(select(Reply.kind).where(Reply.pain_point_id == point.id)).all()
    assert kinds == [ReplyKind.DUPLICATE, ReplyKind.SEPARATED]
    verbs = db.session.scalars(select(Event.verb).where(Event.subject_id == point.id, Event.verb.like("pain_point.%")))
    assert list(verbs) == ["pain_point.duplicate", "pain_point.separated"]


@pytest.mark.parametrize("typed", ["", "PP-", "999999", "the other one", "PP-12 34"])
def test_a_number_that_leads_nowhere_is_said_beside_its_field(as_person: Browser, world: World, typed: str) -> None:
    point = world.report()
    page = as_person(world.champion).post(
        f"/pain-points/{point.ref}/merges", {"words": SAID, "other": typed}, expect=422
    )
    assert page.errors["other"]
    assert SAID in page.html
    assert again(point).state is State.RECEIVED


def test_no_words_no_merge(as_person: Browser, world: World) -> None:
    point, other = world.report(), world.report()
    page = as_person(world.champion).post(
        f"/pain-points/{point.ref}/merges", {"words": " ", "other": other.ref}, expect=422
    )
    assert page.errors["reply-words"]


def test_no_report_into_itself_and_no_chains(as_person: Browser, world: World) -> None:
    point, other = merged(as_person, world)
    third = world.report()
    champion = as_person(world.champion)
    said = {"words": SAID}
    itself = champion.post(f"/pain-points/{third.ref}/merges", said | {"other": third.ref}, expect=422)
    assert "own number" in itself.text
    onward = champion.post(f"/pain-points/{third.ref}/merges", said | {"other": point.ref}, expect=422)
    assert f"merged into {other.ref}" in onward.text
    under = champion.post(f"/pain-points/{other.ref}/merges", said | {"other": third.ref}, expect=422)
    assert "merged into this one" in under.text


@pytest.mark.parametrize("state", [State.ACCEPTED, State.DECLINED, State.FIXED, State.CONFIRMED])
def test_what_is_answered_is_not_merged(as_person: Browser, world: World, state: State) -> None:
    point, other = world.report(state=state, answered_on=TODAY, fixed_on=TODAY), world.report()
    as_person(world.champion).post(f"/pain-points/{point.ref}/merges", {"words": SAID, "other": other.ref}, expect=409)
    assert again(point).state is state


def test_a_number_may_be_written_in_any_digits(world: World) -> None:
    for typed in ("PP-123456", "pp 123456", "123456", " PP-١٢٣٤٥٦ "):
        assert duplicates.number_in(typed) == 123456
    assert duplicates.number_in("PP-1234567890") is None


def test_both_are_locked_in_one_order(world: World) -> None:
    first, second = world.report(), world.report()
    with transaction():
        assert duplicates.pair_for_change(second.number, first.number) == (second, first)
        assert duplicates.pair_for_change(second.number, None) == (second, None)
        assert queries.get_for_change(first.number) is first
