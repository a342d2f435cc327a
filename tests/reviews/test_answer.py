"""The team answers; who asked settles or asks again."""

from sqlalchemy import select

from app.accounts.models import Role
from app.core.events import Event
from app.extensions import db
from app.notices.models import Notice
from app.plans.models import VersionState
from app.reviews.models import Remark, RemarkAnswer, RemarkState
from tests.plans.writing import EDIT
from tests.reviews.conftest import ANSWERS, REMARKS, Review
from tests.support import builders
from tests.support.client import AsPerson, Client


def answers() -> list[RemarkAnswer]:
    return list(db.session.scalars(select(RemarkAnswer).order_by(RemarkAnswer.id)))


def state(remark: Remark) -> RemarkState:
    return db.session.scalars(select(Remark.state).where(Remark.id == remark.id)).one()


def notices(kind: str) -> list[int]:
    return list(db.session.scalars(select(Notice.person_id).where(Notice.kind == kind).order_by(Notice.person_id)))


def test_the_champion_answers_several_at_once_and_who_asked_is_told_once(review: Review, champion: Client) -> None:
    one, two = review.remark(), review.remark("And the cost?", "changes")
    page = champion.post(ANSWERS, {f"answer-{one.id}": "The case system.", f"answer-{two.id}": "None."})
    assert page.path == REMARKS
    assert [(a.remark_id, a.words) for a in answers()] == [(one.id, "The case system."), (two.id, "None.")]
    assert (state(one), state(two)) == (RemarkState.ANSWERED, RemarkState.ANSWERED)
    assert notices("remark_answered") == [review.cast.program.id]
    event = db.session.scalars(select(Event).where(Event.verb == "plan.remark_answered")).one()
    assert "system" not in str(event.data)


def test_sent_twice_it_is_one_answer(review: Review, champion: Client) -> None:
    one = review.remark()
    for _ in range(2):
        champion.post(ANSWERS, {f"answer-{one.id}": "The case system."})
    assert len(answers()) == 1


def test_only_the_team_answers(review: Review, as_person: AsPerson) -> None:
    one, cast = review.remark(), review.cast
    for person in (cast.program, review.reviewer, cast.colleague, cast.sponsor, cast.auditor, review.stranger):
        as_person(person).post(ANSWERS, {f"answer-{one.id}": "Me."}, expect=403)
    as_person(cast.deputy).get(ANSWERS, expect=405)
    as_person(cast.deputy).post(ANSWERS, {f"answer-{one.id}": "We."})
    assert [a.words for a in answers()] == ["We."]


def test_an_answer_that_is_missing_or_too_long_is_refused_and_kept(review: Review, champion: Client) -> None:
    one, two = review.remark(), review.remark("And the cost?")
    assert "Write at least one answer." in champion.post(ANSWERS, {f"answer-{one.id}": " "}, expect=422).text
    page = champion.post(ANSWERS, {f"answer-{one.id}": "a" * 5_001, f"answer-{two.id}": "None."}, expect=422)
    assert "5,000" in page.errors[f"answer-{one.id}"]
    assert "a" * 5_001 in page.html
    assert answers() == []


def test_a_remark_of_another_plan_is_not_answered_here(review: Review, champion: Client) -> None:
    cast = review.cast
    other = builders.plan(builders.office("Records", parent=cast.agency), cast.cycle, cast.champion)
    foreign = builders.save(
        Remark(
            plan_id=other.id, version_id=other.versions[0].id, part="problem", words="?",
            author_id=cast.program.id, made_at=builders.AT,
        )
    )  # fmt: skip
    champion.post(ANSWERS, {f"answer-{foreign.id}": "Here."}, expect=422)
    assert answers() == []


def test_what_was_settled_meanwhile_keeps_the_words_in_their_box(
    review: Review, champion: Client, program: Client
) -> None:
    one, two = review.remark(), review.remark("And the cost?")
    champion.get(REMARKS)
    program.post(f"/plans/P-12/remarks/{one.id}/settlements")
    champion.post(ANSWERS, {f"answer-{one.id}": "Late.", f"answer-{two.id}": "None."})
    assert [a.words for a in answers()] == ["None."]


def test_who_asked_settles_and_repeating_is_harmless(review: Review, program: Client) -> None:
    one = review.remark()
    page = program.submit(REMARKS, to=f"/plans/P-12/remarks/{one.id}/settlements")
    program.post(f"/plans/P-12/remarks/{one.id}/settlements")
    assert state(one) is RemarkState.SETTLED
    assert "Settled by Ines Romero" in page.text
    assert len(db.session.scalars(select(Event).where(Event.verb == "plan.remark_settled")).all()) == 1


def test_nobody_else_settles_while_who_asked_is_there(review: Review, as_person: AsPerson) -> None:
    one, cast = review.remark(), review.cast
    officer = builders.with_role(Role.PROGRAM_OFFICE, cast.agency, "Second Officer")
    for person in (officer, cast.champion, cast.sponsor, review.reviewer, cast.colleague, review.stranger):
        as_person(person).post(f"/plans/P-12/remarks/{one.id}/settlements", expect=403)
        as_person(person).post(f"/plans/P-12/remarks/{one.id}/questions", {"words": "?"}, expect=403)
    assert state(one) is RemarkState.OPEN


def test_the_program_office_settles_where_who_asked_has_gone(review: Review, as_person: AsPerson) -> None:
    one, cast = review.remark(), review.cast
    for grant in cast.program.grants:
        grant.to_on = builders.TODAY
        builders.save(grant)
    officer = builders.with_role(Role.PROGRAM_OFFICE, cast.agency, "Second Officer")
    client = as_person(officer)
    assert "Settle" in client.get(REMARKS).buttons
    client.post(f"/plans/P-12/remarks/{one.id}/settlements")
    assert state(one) is RemarkState.SETTLED


def test_asking_again_opens_it_and_tells_the_team(review: Review, champion: Client, program: Client) -> None:
    one = review.remark()
    program.post(f"/plans/P-12/remarks/{one.id}/questions", {"words": "Too early."}, expect=409)
    champion.post(ANSWERS, {f"answer-{one.id}": "The case system."})
    new = f"/plans/P-12/remarks/{one.id}/questions/new"
    page = program.submit(new, {"words": "Since when?"}, to=f"/plans/P-12/remarks/{one.id}/questions")
    program.post(f"/plans/P-12/remarks/{one.id}/questions", {"words": "Since when?"})
    assert state(one) is RemarkState.OPEN
    assert [(a.words, a.is_question) for a in answers()] == [("The case system.", False), ("Since when?", True)]
    assert notices("plan_remarked") == sorted([review.cast.champion.id, review.cast.deputy.id])
    assert "Since when?" in page.text


def test_asking_again_needs_words_and_loses_none(review: Review, champion: Client, program: Client) -> None:
    one = review.remark()
    champion.post(ANSWERS, {f"answer-{one.id}": "The case system."})
    new = f"/plans/P-12/remarks/{one.id}/questions/new"
    to = f"/plans/P-12/remarks/{one.id}/questions"
    assert "Say what is still open." in program.submit(new, {"words": ""}, to=to, expect=422).errors["words"]
    page = program.submit(new, {"words": "b" * 5_001}, to=to, expect=422)
    assert page.form(to).values["words"] == "b" * 5_001


def test_what_is_not_settled_goes_along_to_the_next_version(review: Review, champion: Client, program: Client) -> None:
    review.remark()
    program.post(f"/plans/P-12/remarks/{review.remark('Done with.').id}/settlements")
    review.version.state = VersionState.RETURNED
    builders.save(review.version)
    champion.post("/plans/P-12/versions")
    text = champion.get("/plans/P-12/versions/2/remarks").text
    assert "Who counted the ten weeks?" in text
    assert "said of version 1" in text
    assert "Done with." not in text


def returned(review: Review, champion: Client) -> Remark:
    """A remark that went back with version 1 to the draft of version 2."""
    one = review.remark()
    review.version.state = VersionState.RETURNED
    builders.save(review.version)
    champion.post("/plans/P-12/versions")
    return one


def test_remarks_stand_beside_their_section_of_the_draft_and_are_answered_with_it(
    review: Review, champion: Client
) -> None:
    one = returned(review, champion)
    page = champion.submit(EDIT, {f"answer-{one.id}": "The case system.", "risks": "New risks."}, to=EDIT)
    assert page.path == EDIT
    assert [(a.remark_id, a.words) for a in answers()] == [(one.id, "The case system.")]
    assert page.form(EDIT).values["risks"] == "New risks."
    assert page.form(EDIT).values[f"answer-{one.id}"] == ""


def test_an_answer_on_the_draft_that_is_refused_is_kept_and_the_draft_is_saved(
    review: Review, champion: Client
) -> None:
    one = returned(review, champion)
    typed = {f"answer-{one.id}": "a" * 5_001, "risks": "New risks."}
    page = champion.submit(EDIT, typed, to=EDIT, expect=422)
    assert "at most 5,000 characters" in page.text
    assert page.form(EDIT).values[f"answer-{one.id}"] == "a" * 5_001
    assert answers() == []
    assert champion.get(EDIT).form(EDIT).values["risks"] == "New risks."


def test_an_answer_is_kept_in_its_box_where_the_draft_has_two_texts(
    review: Review, champion: Client, as_person: AsPerson
) -> None:
    one = returned(review, champion)
    typed = champion.get(EDIT).form(EDIT).values | {f"answer-{one.id}": "The case system.", "risks": "Mine."}
    as_person(review.cast.deputy).submit(EDIT, {"risks": "Theirs."}, to=EDIT)
    page = champion.post(EDIT, typed, expect=409)
    assert page.form(EDIT).values[f"answer-{one.id}"] == "The case system."
    assert answers() == []


def test_what_goes_back_with_a_version_is_listed_beside_the_decision(review: Review, program: Client) -> None:
    review.remark()
    page = program.get("/plans/P-12/versions/1")
    assert "1 remark is not settled and goes back with it" in page.text
    assert "Who counted the ten weeks?" in page.text
