"""Notes, who was there, and closing: two who write at once lose nothing, and what stands is closed once."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from app.accounts.models import Person, Role
from app.audit import redaction
from app.core.database import transaction
from app.extensions import db
from app.huddles.actions.minutes import seal
from app.huddles.models import Huddle, HuddlePoint, HuddlePresence, HuddleState
from app.milestones.models import Milestone
from tests.huddles import given
from tests.huddles.given import NEXT, Round
from tests.support import builders
from tests.support.builders import AT, TODAY
from tests.support.client import Client

As = Callable[[Person], Client]


@pytest.fixture
def promised(meeting: Round) -> Milestone:
    return given.milestone(meeting.case)


def notes() -> dict[str, str]:
    db.session.rollback()
    return {point.key: point.words for point in db.session.scalars(select(HuddlePoint))}


def door(meeting: Round) -> str:
    return f"{meeting.url}/minutes"


def test_the_host_notes_what_was_said_and_who_was_there(meeting: Round, promised: Milestone, as_person: As) -> None:
    host, here = as_person(meeting.host), {"present": [str(meeting.other.id), str(meeting.host.id)]}
    said = {f"note_milestone_{promised.id}": "Legal is ill.", "note_other_0": "Begin with wins.", "guests": "Ana"}
    page = host.submit(door(meeting), {**said, **here})
    for words in ("Legal is ill.", "Begin with wins.", "Marcus Bell", "Ana"):
        assert words in page.text
    assert len(db.session.scalars(select(HuddlePresence)).all()) == 2
    host.submit(door(meeting), {"present": [str(meeting.host.id)]})
    assert [row.person_id for row in db.session.scalars(select(HuddlePresence))] == [meeting.host.id]
    assert notes()["other-0"] == "Begin with wins."


def test_others_read_and_do_not_write(meeting: Round, as_person: As) -> None:
    for person in (meeting.other, meeting.case.deputy, meeting.case.sponsor, meeting.leader):
        browser = as_person(person)
        browser.get(door(meeting), expect=403)
        browser.post(door(meeting), {"note_other_0": "x"}, expect=403)
        browser.post(f"{meeting.url}/closings", expect=403)
    as_person(meeting.case.colleague).post(door(meeting), {"note_other_0": "x"}, expect=404)
    as_person(meeting.host).get(f"{meeting.url}/closings", expect=405)
    assert notes() == {}


def test_two_on_different_points_both_stand(meeting: Round, promised: Milestone, as_person: As) -> None:
    host, program = as_person(meeting.host), as_person(meeting.case.program)
    mine = host.get(door(meeting)).form(door(meeting)).values
    program.submit(door(meeting), {"note_other_0": "From the office."})
    host.post(door(meeting), mine | {f"note_milestone_{promised.id}": "From the host."})
    assert notes() == {"other-0": "From the office.", f"milestone-{promised.id}": "From the host."}


def test_two_on_one_point_see_both_and_choose(meeting: Round, as_person: As) -> None:
    host, program = as_person(meeting.host), as_person(meeting.case.program)
    mine = host.get(door(meeting)).form(door(meeting)).values
    program.submit(door(meeting), {"note_other_0": "Theirs.", "guests": "Ana"})
    page = host.post(door(meeting), mine | {"note_other_0": "Mine.", "guests": "Bo"}, expect=409)
    assert "Theirs." in page.text
    assert "Ana" in page.text
    again = page.form(door(meeting)).values
    assert (again["note_other_0"].strip(), notes()["other-0"]) == ("Mine.", "Theirs.")
    host.post(door(meeting), again)
    assert notes()["other-0"] == "Mine."


def test_what_was_written_on_a_point_that_left_the_agenda_is_kept(meeting: Round, as_person: As) -> None:
    sent = {
        "note_milestone_77": "It moved.", "seal_milestone_77": seal(""), "heading_milestone_77": "Desk two",
        "guests_seal": seal(""),
    }  # fmt: skip
    page = as_person(meeting.host).post(door(meeting), sent)
    assert "It moved." in page.text
    assert "Desk two" in page.text


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [("note_other_0", "x" * 100_000, "5,000 characters"), ("guests", "x" * 301, "300 characters")],
)
def test_what_is_too_long_is_said_and_nothing_typed_is_lost(
    meeting: Round, as_person: As, field: str, value: str, words: str
) -> None:
    page = as_person(meeting.host).submit(door(meeting), {field: value}, expect=422)
    assert words in page.errors[field]
    assert page.form(door(meeting)).values[field].strip() == value
    assert notes() == {}


def test_somebody_of_no_seat_is_not_taken_for_present(meeting: Round, as_person: As) -> None:
    sent = {"present": ["999999"], "guests_seal": seal("")}
    as_person(meeting.host).post(door(meeting), sent, expect=422)
    assert db.session.scalars(select(HuddlePresence)).all() == []


def test_hostile_words_are_words(meeting: Round, as_person: As) -> None:
    words = "<script>alert(1)</script> \u202e مرحبا"
    page = as_person(meeting.host).submit(door(meeting), {"note_other_0": words})
    assert words in page.text
    assert "<script>alert" not in page.html


def test_closing_freezes_and_proposes_the_next(meeting: Round, promised: Milestone, as_person: As) -> None:
    host = as_person(meeting.host)
    assert "The next huddle is proposed for 7 December 2026." in host.post(f"{meeting.url}/closings").text
    closed, following = db.session.scalars(select(Huddle).order_by(Huddle.number)).all()
    assert (closed.state, following.state) == (HuddleState.CLOSED, HuddleState.PLANNED)
    assert (following.meets_on, following.begins, following.host_id) == (NEXT, closed.begins, meeting.host.id)
    assert f"milestone-{promised.id}" in notes()
    assert "so its minutes stand" in host.post(f"{meeting.url}/closings").text
    assert len(db.session.scalars(select(Huddle)).all()) == 2
    host.get(door(meeting), expect=409)
    page = host.post(door(meeting), {"note_other_0": "Too late.", "seal_other_0": seal("")}, expect=422)
    assert "The huddle is closed" in page.text
    assert page.form(door(meeting)).values["note_other_0"].strip() == "Too late."


def test_one_that_has_not_met_cannot_be_closed(meeting: Round, as_person: As) -> None:
    ahead = given.huddle(meeting.case, NEXT, number=2)
    page = as_person(meeting.host).post(f"/huddles/{ahead.ref}/closings")
    assert "has not met yet" in page.text
    db.session.rollback()
    assert db.session.get_one(Huddle, ahead.id).state is HuddleState.PLANNED


def test_nothing_is_proposed_beyond_the_cycle(meeting: Round, as_person: As) -> None:
    meeting.case.cycle.ends_on = TODAY
    db.session.commit()
    assert "proposed" not in as_person(meeting.host).post(f"{meeting.url}/closings").text
    assert len(db.session.scalars(select(Huddle)).all()) == 1


def test_redacting_what_minutes_copied_empties_them_too(meeting: Round, as_person: As) -> None:
    point = builders.pain_point(
        meeting.case.office, meeting.host, title="Mrs Abernathy of Elm Street waited", received_on=TODAY,
        sighting_count=4,
    )  # fmt: skip
    as_person(meeting.host).post(f"{meeting.url}/closings")
    admin = builders.with_role(Role.ADMINISTRATOR, meeting.case.agency)
    with transaction():
        redaction.redact(point.ref, "title", ground="GDPR Art. 17", by=db.session.merge(admin), at=AT)
    kept = db.session.scalars(select(HuddlePoint.heading).where(HuddlePoint.thing_id == point.id)).all()
    assert kept
    assert "Abernathy" not in " ".join(kept)
