"""Remarking on the parts of a version."""

import pytest
from sqlalchemy import select
from time_machine import Traveller

from app.accounts.models import Role
from app.core.events import Event
from app.extensions import db
from app.notices.models import Notice
from app.plans.models import VersionState
from app.reviews.models import Remark, RemarkState
from tests.plans.conftest import Cast
from tests.reviews.conftest import REMARKS, Review
from tests.support import builders
from tests.support.client import AsPerson, Client

WORDS = {"on-problem": "Who counted the ten weeks?", "on-whole": "A clear plan."}


def remarks() -> list[Remark]:
    return list(db.session.scalars(select(Remark).order_by(Remark.id)))


def notices(kind: str) -> list[int]:
    return list(db.session.scalars(select(Notice.person_id).where(Notice.kind == kind).order_by(Notice.person_id)))


def test_the_program_office_remarks_on_several_parts_at_once(review: Review, program: Client) -> None:
    page = program.post(REMARKS, WORDS)
    assert page.path == REMARKS
    assert [(r.part, r.words, r.state, r.author_id) for r in remarks()] == [
        ("problem", "Who counted the ten weeks?", RemarkState.OPEN, review.cast.program.id),
        ("whole", "A clear plan.", RemarkState.OPEN, review.cast.program.id),
    ]
    assert "Who counted the ten weeks?" in page.text


def test_the_team_is_told_once_and_the_log_holds_no_words(review: Review, program: Client) -> None:
    program.post(REMARKS, WORDS)
    assert notices("plan_remarked") == sorted([review.cast.champion.id, review.cast.deputy.id])
    event = db.session.scalars(select(Event).where(Event.verb == "plan.remarked")).one()
    assert set(event.data["parts"]) == {f"{one.part}:{one.id}" for one in remarks()}
    assert "weeks" not in str(event.data)


def test_the_same_person_gets_no_second_mail_within_an_hour(clock: Traveller, review: Review, program: Client) -> None:
    program.post(REMARKS, {"on-problem": "One."})
    for notice in db.session.scalars(select(Notice)):
        notice.read_at = builders.AT
    db.session.commit()
    program.post(REMARKS, {"on-risks": "Two."})
    assert len(notices("plan_remarked")) == 2
    assert db.session.scalars(select(Notice.read_at)).all() == [None, None]
    clock.shift(3601)
    program.post(REMARKS, {"on-risks": "Three."})
    assert len(notices("plan_remarked")) == 4


def test_sent_twice_it_is_one_remark(review: Review, program: Client) -> None:
    program.post(REMARKS, WORDS)
    assert "2 remarks are kept." in program.post(REMARKS, WORDS).text
    assert len(remarks()) == 2


def test_a_reviewer_remarks_too(review: Review, as_person: AsPerson) -> None:
    as_person(review.reviewer).post(REMARKS, {"on-risks": "What if a parent withdraws?"})
    assert [one.author_id for one in remarks()] == [review.reviewer.id]


def test_nobody_else_remarks_or_reads_remarks(review: Review, as_person: AsPerson) -> None:
    review.remark()
    cast = review.cast
    for person in (cast.colleague, cast.leader, review.stranger):
        as_person(person).get(REMARKS, expect=403)
        as_person(person).post(REMARKS, WORDS, expect=403)
    for person in (cast.champion, cast.deputy, cast.sponsor, cast.auditor):
        assert "Who counted" in as_person(person).get(REMARKS).text
        as_person(person).post(REMARKS, WORDS, expect=403)
    assert len(remarks()) == 1


def test_nobody_remarks_on_their_own_plan_with_two_roles(review: Review, as_person: AsPerson) -> None:
    builders.grant(review.cast.champion, Role.PROGRAM_OFFICE, review.cast.agency)
    as_person(review.cast.champion).post(REMARKS, WORDS, expect=403)
    assert remarks() == []


def test_a_draft_is_remarked_on_by_those_who_read_it(cast: Cast, as_person: AsPerson) -> None:
    as_person(cast.program).post(REMARKS, WORDS)
    assert len(remarks()) == 2
    reviewer = builders.with_role(Role.REVIEWER, cast.agency)
    as_person(reviewer).post(REMARKS, WORDS, expect=404)


def test_without_any_words_nothing_is_kept(review: Review, program: Client) -> None:
    page = program.post(REMARKS, {"on-problem": "  "}, expect=422)
    assert "Write at least one remark." in page.text
    assert remarks() == []


def test_a_remark_that_is_too_long_is_refused_and_kept_in_its_box(review: Review, program: Client) -> None:
    long = "a" * 100_000
    page = program.post(REMARKS, {"on-problem": long, "on-risks": "Short."}, expect=422)
    assert "5,000" in page.errors["on-problem"]
    assert long in page.html
    assert "Short." in page.html
    assert remarks() == []


def test_control_and_direction_marks_are_kept_as_text(review: Review, program: Client) -> None:
    page = program.post(REMARKS, {"on-problem": "\u202e<script>alert(1)</script>\x00\u200f عشرة"})
    assert remarks()[0].words == "\u202e<script>alert(1)</script>\u200f عشرة"
    assert "<script>alert" not in page.html


@pytest.mark.parametrize("state", [VersionState.RETURNED, VersionState.ACCEPTED, VersionState.WITHDRAWN])
def test_a_version_that_is_decided_takes_no_more_and_loses_no_words(
    review: Review, program: Client, state: VersionState
) -> None:
    review.version.state = state
    builders.save(review.version)
    page = program.post(REMARKS, WORDS, expect=409)
    assert "Who counted the ten weeks?" in page.html
    assert remarks() == []


def test_it_is_a_post_with_its_token(review: Review, program: Client) -> None:
    program.post(REMARKS, WORDS, csrf=False, expect=400)
    program.get("/plans/P-12/versions/9/remarks", expect=404)
    program.get("/plans/P-99/versions/1/remarks", expect=404)
    assert remarks() == []
