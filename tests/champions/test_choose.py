"""Endorsed, scored, put on the shortlist, decided with reasons: by whom, and by whom not."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from app.accounts.models import Person
from app.champions.nominations.models import Assessment, Endorsement, Nomination, NominationState
from app.extensions import db
from app.notices.models import Notice
from tests.accounts.house import House
from tests.champions.selecting import POINTS, fresh, given, page_of, second_chooser
from tests.support import builders
from tests.support.client import Client

People = Callable[[Person], Client]
STEPS = ("scores", "shortlistings", "decisions", "conflicts")
YES = {"outcome": "selected", "reason": "You see what customers will need."}
NO = {"outcome": "not_selected", "reason": "You have the trust; next year, with a first plan of your own."}


def kinds(person: Person) -> list[str]:
    return list(db.session.scalars(select(Notice.kind).where(Notice.person_id == person.id).order_by(Notice.id)))


def choose(house: House, as_person: People, one: Nomination) -> Client:
    """Score and shortlist as the program office."""
    browser = as_person(house.program)
    browser.submit(f"{page_of(one)}/scores/new", POINTS)
    browser.post(f"{page_of(one)}/shortlistings")
    return browser


def test_a_colleague_puts_one_word_to_it(house: House, as_person: People) -> None:
    one, browser = given(house), as_person(house.ali)
    form = f"{page_of(one)}/endorsements"
    for words in ("I follow her.", "I follow her.", "I would follow her anywhere."):
        browser.submit(page_of(one), {"endorsement": words}, to=form)
    assert db.session.scalars(select(Endorsement.words)).all() == ["I would follow her anywhere."]
    assert "I would follow her anywhere." in as_person(house.dana).get(page_of(one))


def test_not_by_nominee_nominator_or_auditor(house: House, as_person: People) -> None:
    one = given(house, NominationState.SHORTLISTED)
    for who in (one.nominee, house.colleague, house.auditor):
        as_person(who).post(f"{page_of(one)}/endorsements", {"endorsement": "x"}, expect=403)
    page = as_person(house.ali).post(f"{page_of(one)}/endorsements", {"endorsement": "x" * 501}, expect=422)
    assert "500" in page.errors["endorsement"]
    one.state = NominationState.ACCEPTED
    db.session.commit()
    as_person(house.ali).post(f"{page_of(one)}/endorsements", {"endorsement": "x"}, expect=404)
    assert db.session.scalars(select(Endorsement)).all() == []


def test_scores_are_seen_by_those_who_choose_only(house: House, as_person: People) -> None:
    one = given(house, NominationState.SHORTLISTED)
    as_person(house.program).submit(f"{page_of(one)}/scores/new", POINTS)
    for who in (house.program, house.auditor):
        assert "Has done it before." in as_person(who).get(page_of(one))
    for who in (house.colleague, one.nominee, house.dana, house.admin):
        assert "Has done it before." not in as_person(who).get(page_of(one))


def test_scores_are_changed_and_never_lost(house: House, as_person: People) -> None:
    one, browser = given(house), as_person(house.program)
    first = browser.get(f"{page_of(one)}/scores/new").form(f"{page_of(one)}/scores").values
    browser.submit(f"{page_of(one)}/scores/new", POINTS)
    page = browser.post(f"{page_of(one)}/scores", first | POINTS | {"note": "Second window."}, expect=409)
    assert "Has done it before." in page
    assert page.form(f"{page_of(one)}/scores").values["note"] == "Second window."
    browser.submit(f"{page_of(one)}/scores/new", {"points_0": "1"})
    assessment = db.session.scalars(select(Assessment)).one()
    assert sorted(assessment.points.values()) == [1, 3, 4, 4]


@pytest.mark.parametrize(("field", "value"), [("points_0", ""), ("points_1", "6"), ("points_2", "x"), ("note", "")])
def test_points_are_one_to_five_with_a_note(house: House, as_person: People, field: str, value: str) -> None:
    one = given(house)
    page = as_person(house.program).post(f"{page_of(one)}/scores", POINTS | {field: value, "lock": "0"}, expect=422)
    assert field in page.errors
    assert db.session.scalars(select(Assessment)).all() == []


def test_nobody_judges_who_is_too_near(house: House, as_person: People) -> None:
    """Whom they nominated, endorsed, themself, or where they declared a conflict."""
    chooser = second_chooser(house)
    wrote = given(house)
    wrote.nominator_id = chooser.id
    db.session.commit()
    endorsed, declared = given(house), given(house)
    as_person(chooser).post(f"{page_of(endorsed)}/endorsements", {"endorsement": "Yes."})
    as_person(chooser).post(f"{page_of(declared)}/conflicts", {"conflict": "We are related."})
    own = given(house, NominationState.SHORTLISTED, who=chooser)
    for one in (wrote, endorsed, declared, own):
        for step in STEPS[:3]:
            as_person(chooser).post(f"{page_of(one)}/{step}", POINTS | YES, expect=403)
        assert "Scores" not in [heading.text for heading in as_person(chooser).get(page_of(one)).all("h2")]
    assert "We are related." in as_person(house.program).get(page_of(declared))


def test_what_was_scored_before_an_endorsement_does_not_count(house: House, as_person: People) -> None:
    one, browser = given(house, NominationState.SHORTLISTED), as_person(house.program)
    browser.submit(f"{page_of(one)}/scores/new", POINTS)
    browser.post(f"{page_of(one)}/endorsements", {"endorsement": "I want her."})
    refused = as_person(second_chooser(house)).submit(f"{page_of(one)}/decisions/new", YES, expect=422)
    assert "scored" in refused.errors["outcome"]


def test_what_was_scored_before_a_conflict_does_not_count(house: House, as_person: People) -> None:
    one, chooser = given(house), second_chooser(house)
    as_person(chooser).submit(f"{page_of(one)}/scores/new", {**POINTS, "points_0": "1"})
    for _ in range(2):
        as_person(chooser).post(f"{page_of(one)}/conflicts", {"conflict": "We are related."})
    page = as_person(house.program).get(page_of(one))
    assert "does not count" in page
    as_person(house.program).post(f"{page_of(one)}/shortlistings")
    refused = as_person(house.program).submit(f"{page_of(one)}/decisions/new", YES, expect=422)
    assert "scored" in refused.errors["outcome"]


def test_others_neither_score_nor_decide(house: House, as_person: People) -> None:
    one = given(house)
    for who in (house.colleague, house.dana, house.admin, house.auditor):
        for step in STEPS:
            as_person(who).post(f"{page_of(one)}/{step}", POINTS | YES, expect=403)
    for step in STEPS:
        as_person(house.program).get(f"{page_of(one)}/{step}", expect=405)
    assert fresh(one).state is NominationState.SUBMITTED


def test_selected_with_reasons_that_both_are_told(house: House, as_person: People) -> None:
    one = given(house)
    choose(house, as_person, one).submit(f"{page_of(one)}/decisions/new", YES)
    assert (fresh(one).state, one.decided_by_id) == (NominationState.SELECTED, house.program.id)
    assert kinds(house.colleague) == ["nomination_shortlisted", "nomination_selected"]
    assert kinds(one.nominee) == ["nominee_shortlisted", "nominee_selected"]
    assert YES["reason"] in as_person(one.nominee).get(page_of(one))


def test_not_selected_is_told_to_those_who_know_of_it(house: House, as_person: People) -> None:
    quiet, known = given(house), given(house)
    browser = as_person(house.program)
    browser.submit(f"{page_of(quiet)}/decisions/new", NO)
    choose(house, as_person, known).submit(f"{page_of(known)}/decisions/new", NO)
    assert kinds(quiet.nominee) == []
    as_person(quiet.nominee).get(page_of(quiet), expect=404)
    assert kinds(known.nominee)[-1] == "nominee_not_selected"
    assert NO["reason"] in as_person(known.nominee).get(page_of(known))
    assert NO["reason"] in as_person(house.colleague).get(page_of(quiet))


@pytest.mark.parametrize(("field", "value"), [("outcome", ""), ("outcome", "maybe"), ("reason", "")])
def test_a_decision_says_what_and_why(house: House, as_person: People, field: str, value: str) -> None:
    one = given(house, NominationState.SHORTLISTED)
    page = as_person(house.program).post(f"{page_of(one)}/decisions", YES | {"lock": "1", field: value}, expect=422)
    assert field in page.errors
    assert fresh(one).state is NominationState.SHORTLISTED


def test_two_who_decide_at_once_lose_nothing(house: House, as_person: People) -> None:
    one = given(house)
    browser = choose(house, as_person, one)
    form = browser.get(f"{page_of(one)}/decisions/new").form(f"{page_of(one)}/decisions").values
    as_person(second_chooser(house)).submit(f"{page_of(one)}/decisions/new", NO)
    page = browser.post(f"{page_of(one)}/decisions", form | YES, expect=409)
    assert page.form(f"{page_of(one)}/decisions").values["reason"] == YES["reason"]
    assert fresh(one).state is NominationState.NOT_SELECTED


def test_a_seat_is_promised_once(house: House, as_person: People) -> None:
    first, second, third = given(house), given(house), given(house)
    third.office_id = builders.office("Mill Lane", house.agency).id
    db.session.commit()
    choose(house, as_person, first).submit(f"{page_of(first)}/decisions/new", YES)
    browser = choose(house, as_person, second)
    assert "not answered" in browser.submit(f"{page_of(second)}/decisions/new", YES, expect=422).errors["outcome"]
    house.cycle.seat_limit = 2
    db.session.commit()
    choose(house, as_person, third)
    assert "promised" in browser.submit(f"{page_of(third)}/decisions/new", YES, expect=422).errors["outcome"]


def test_who_never_heard_of_it_is_not_selected_first(house: House, as_person: People) -> None:
    one = given(house)
    as_person(house.program).submit(f"{page_of(one)}/scores/new", POINTS)
    page = as_person(house.program).submit(f"{page_of(one)}/decisions/new", YES, expect=422)
    assert "shortlist" in page.errors["outcome"]


def test_who_scores_what_is_decided_reads_what_was_decided_and_finds_back(house: House, as_person: People) -> None:
    one, browser = given(house), as_person(house.program)
    form = browser.get(f"{page_of(one)}/scores/new").form(f"{page_of(one)}/scores").values
    as_person(second_chooser(house)).submit(f"{page_of(one)}/decisions/new", NO)
    for page in (
        browser.get(f"{page_of(one)}/scores/new", expect=409),
        browser.get(f"{page_of(one)}/decisions/new", expect=409),
        browser.post(f"{page_of(one)}/scores", form | POINTS, expect=409),
    ):
        assert "Not selected" in page
        assert NO["reason"] in page
        assert ("Open the nomination", page_of(one)) in page.links
    assert POINTS["note"] in page
    assert db.session.scalars(select(Assessment)).all() == []
