"""A "cannot" goes one level up with both views; who answers neither wrote the plan nor objects."""

from sqlalchemy import select

from app.accounts.models import ChannelOwnership, Role
from app.core.database import transaction
from app.extensions import db
from app.sign_offs import actions, policy
from app.sign_offs.models import Outcome, State, Word
from tests.sign_offs.conftest import PAGE, Cast, ask, of, say, told
from tests.support import builders
from tests.support.builders import AT
from tests.support.client import AsPerson, Client


def escalated(cast: Cast) -> str:
    ask(cast)
    say(cast.web, Word.CANNOT, cast.gerd, "Nobody is there to answer after five.")
    return f"{PAGE}/{of(cast.web).id}"


def test_the_head_decides_with_both_views_side_by_side(cast: Cast, champion: Client, as_person: AsPerson) -> None:
    one, head = escalated(cast), as_person(cast.head)
    assert told(cast.head) == ["sign_off_escalated"]
    assert "D. Okafor decides" in champion.get(PAGE).text
    champion.submit(one, {"view": "Two colleagues stay until six."}, to=f"{one}/views")
    assert told(cast.head)[-1] == told(cast.gerd)[-1] == "sign_off_view"
    page = head.get(one)
    assert "Nobody is there to answer after five." in page.text
    assert "Two colleagues stay until six." in page.text
    assert "Decide on an objection to" in head.get("/today").text
    page = head.submit(one, {"outcome": "goes_ahead"}, to=f"{one}/decisions", expect=422)
    assert "Write your reason." in page.text
    head.submit(one, {"outcome": "goes_ahead", "reason": "Two people are enough to begin."}, to=f"{one}/decisions")
    found = of(cast.web)
    assert found.escalation is not None
    assert (found.state, found.escalation.outcome) == (State.GIVEN, Outcome.GOES_AHEAD)
    assert told(cast.gerd)[-1] == told(cast.champion)[-1] == "sign_off_decided"
    assert "the objection stays on record" in champion.get(PAGE).text
    head.post(f"{one}/decisions", {"outcome": "upheld", "reason": "x", "lock": found.lock}, expect=409)
    champion.post(f"{one}/views", {"view": "x", "lock": found.lock}, expect=409)
    as_person(cast.gerd).post(
        f"{one}/words", {"word": "agree", "rests_on": ["changes"], "lock": found.lock}, expect=409
    )


def test_others_do_not_decide(cast: Cast, champion: Client, as_person: AsPerson) -> None:
    one = escalated(cast)
    for person, status in ((cast.gerd, 403), (cast.champion, 403), (cast.program, 403), (cast.stranger, 404)):
        as_person(person).post(f"{one}/decisions", {"outcome": "upheld", "reason": "x"}, expect=status)
    as_person(cast.head).get(f"{one}/decisions", expect=405)
    as_person(cast.gerd).post(f"{one}/views", {"view": "x"}, expect=403)


def test_who_is_no_head_any_more_decides_nothing_also_before_the_objection_has_moved_on(cast: Cast) -> None:
    escalated(cast)
    assert policy.may_decide(cast.head, of(cast.web), ())
    for grant in cast.head.grants:
        grant.to_on = AT.date()
    db.session.commit()
    db.session.expire_all()
    assert not policy.may_decide(cast.head, of(cast.web), ())


def test_a_head_who_owns_the_channel_by_now_does_not_decide_on_its_objection(cast: Cast, as_person: AsPerson) -> None:
    one, verdict = escalated(cast), {"outcome": "upheld", "reason": "x"}
    for owned in db.session.scalars(select(ChannelOwnership).where(ChannelOwnership.channel_id == cast.web.id)):
        owned.to_on = AT.date()
    builders.save(ChannelOwnership(channel_id=cast.web.id, person_id=cast.head.id, from_on=AT.date()))
    as_person(cast.head).post(f"{one}/decisions", verdict, expect=403)
    with transaction():
        actions.follow(at=AT)
    found = of(cast.web)
    assert found.escalation is not None
    assert (found.asked_id, found.escalation.decider_id) == (cast.head.id, cast.director.id)
    as_person(cast.head).post(f"{one}/decisions", verdict, expect=403)
    as_person(cast.director).submit(one, verdict, to=f"{one}/decisions")


def test_a_head_who_objects_or_wrote_is_passed_over_visibly(cast: Cast, champion: Client) -> None:
    builders.grant(cast.head, Role.DEPUTY, cast.office, cast.plan.cycle)
    one = escalated(cast)
    found = of(cast.web).escalation
    assert found is not None
    assert (found.decider_id, found.passed_id) == (cast.director.id, cast.head.id)
    assert "D. Okafor would be next, but wrote in the plan." in champion.get(one).text


def test_without_a_head_the_program_office_is_asked_and_a_new_head_takes_over(cast: Cast) -> None:
    for person in (cast.head, cast.director):
        person.is_active = False
    db.session.commit()
    escalated(cast)
    assert told(cast.program) == ["sign_off_escalated"]
    heir = builders.with_role(Role.SPONSOR, cast.office, "New Head")
    with transaction():
        assert actions.follow(at=AT) == 1
    assert told(heir) == ["sign_off_escalated"]


def test_another_word_before_the_decision_settles_it_and_a_second_refusal_goes_up_again(cast: Cast) -> None:
    escalated(cast)
    say(cast.web, Word.AGREE, cast.gerd)
    found = of(cast.web)
    assert found.escalation is not None
    assert (found.state, found.escalation.outcome) == (State.GIVEN, Outcome.SETTLED)
    say(cast.web, Word.CANNOT, cast.gerd)
    found = of(cast.web)
    assert found.escalation is not None
    assert (found.state, found.escalation.outcome) == (State.ESCALATED, None)
