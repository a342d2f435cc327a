"""POST /plans/P-12/consultations and /take-backs: owners are asked, the text rests, only changed parts ask again."""

from datetime import date, timedelta

from app.accounts.models import ChannelOwnership, Role
from app.core.database import transaction
from app.extensions import db
from app.notices.models import Notice
from app.offices.models import ChannelKind
from app.plans.models import VersionState
from app.sign_offs import actions, standing
from app.sign_offs.models import Standing, Word
from tests.sign_offs.conftest import PAGE, Cast, ask, of, rewrite, say, take_back, told, version
from tests.support import builders
from tests.support.builders import AT, TODAY
from tests.support.client import AsPerson, Client

ASKING = "/plans/P-12/consultations"


def test_asking_puts_the_question_to_each_owner_for_ten_working_days_on(cast: Cast, champion: Client) -> None:
    page = champion.submit(PAGE, to=ASKING)
    assert page.path == PAGE
    assert version().state is VersionState.IN_CONSULTATION
    assert (of(cast.phone).asked_id, of(cast.web).asked_id) == (cast.marcus.id, cast.gerd.id)
    assert of(cast.phone).due_on == date(2026, 12, 7)
    assert told(cast.marcus) == told(cast.gerd) == ["sign_off_asked"]
    assert "No answer yet" in page.text


def test_who_is_asked_for_two_channels_reads_in_each_notice_which_one(
    cast: Cast, champion: Client, as_person: AsPerson
) -> None:
    db.session.query(ChannelOwnership).delete()
    cast.web.name = "Applications"
    db.session.commit()
    champion.submit(PAGE, to=ASKING)
    head = as_person(cast.head)
    for words in ("Channel: Phone.", "Channel: Web, Applications."):
        assert f"You are asked for your word on plan P-12, version 1. {words}" in head.get("/notices").text
    db.session.query(Notice).update({"facts": {"plan": "P-12", "version": 1}})
    db.session.commit()
    assert "Channel:" not in head.get("/notices").text


def test_the_team_may_name_a_day(cast: Cast, champion: Client) -> None:
    champion.submit(PAGE, {"due_on": "2026-12-01"}, to=ASKING)
    assert of(cast.web).due_on == date(2026, 12, 1)


def test_a_day_that_is_over_comes_back_beside_its_field(cast: Cast, champion: Client) -> None:
    page = champion.submit(PAGE, {"due_on": "2026-11-23"}, to=ASKING, expect=422)
    assert "Choose a day after today" in page.text
    assert version().state is VersionState.DRAFT


def test_a_draft_without_channels_or_words_asks_nobody(cast: Cast, champion: Client) -> None:
    rewrite("problem", "")
    assert "Write the title" in champion.post(ASKING, expect=422).text
    draft = version()
    draft.channels = []
    db.session.commit()
    assert "Choose the channels" in champion.post(ASKING, expect=422).text


def test_others_are_refused_and_a_repeat_is_harmless(cast: Cast, champion: Client, as_person: AsPerson) -> None:
    as_person(cast.stranger).post(ASKING, expect=404)
    as_person(cast.head).post(ASKING, expect=403)
    champion.get(ASKING, expect=405)
    champion.post(ASKING)
    champion.post(ASKING, expect=409)
    assert told(cast.marcus) == ["sign_off_asked"]


def test_while_the_owners_read_nothing_is_edited_and_the_page_says_why(cast: Cast, champion: Client) -> None:
    champion.post(ASKING)
    page = champion.get("/plans/P-12/edit")
    assert page.path == PAGE
    assert "so it rests. Take it back to write on." in page.text
    champion.post("/plans/P-12/edit", {"title": "Another"}, expect=409)
    champion.post("/plans/P-12/take-backs")
    assert version().state is VersionState.DRAFT
    champion.post("/plans/P-12/take-backs", expect=409)


def test_the_owner_reads_the_version_only_while_it_is_asked_about(cast: Cast, champion: Client, marcus: Client) -> None:
    marcus.get(PAGE, expect=404)
    champion.post(ASKING)
    assert "One desk" in marcus.get("/plans/P-12/versions/1").text
    assert "Give your word on" in marcus.get("/today").text
    champion.post("/plans/P-12/take-backs")
    marcus.get(PAGE, expect=404)
    assert "Give your word on" not in marcus.get("/today").text


def test_only_whose_parts_changed_are_asked_again(cast: Cast) -> None:
    ask(cast)
    say(cast.phone, Word.AGREE, cast.marcus)
    found = of(cast.web)
    with transaction():
        actions.answer(found, Word.AGREE, "", ["problem"], seen_lock=found.lock, by=cast.gerd, at=AT)
    take_back(cast)
    rewrite("problem", "Twelve weeks for a paper")
    ask(cast)
    assert told(cast.marcus) == ["sign_off_asked"]
    assert told(cast.gerd) == ["sign_off_asked", "sign_off_asked"]
    words = {one.channel.id: one.sign_off.word if one.sign_off else None for one in standing.of(version())}
    assert words == {cast.phone.id: Word.AGREE, cast.web.id: None}


def test_a_new_version_counts_earlier_words_visibly(cast: Cast, champion: Client) -> None:
    ask(cast)
    say(cast.phone, Word.AGREE, cast.marcus)
    first = version()
    first.state = VersionState.RETURNED
    db.session.commit()
    champion.post("/plans/P-12/versions")
    page = champion.get(PAGE)
    assert "Said of version 1, unchanged since." in page.text
    assert "Asked of version 1, unchanged since." in page.text
    assert "asked again only if their part of the text has changed" in page.text
    rewrite("risks", "None that we know of")
    page = champion.get(PAGE)
    assert "Asked of version 1. The text has changed since, so this owner is asked again." in page.text
    assert "unchanged since." not in page.text
    champion.submit(PAGE, to=ASKING)
    assert of(cast.phone).asked_of.number == 2
    assert told(cast.marcus)[-1] == "sign_off_asked"


def test_nobody_signs_off_what_they_wrote_the_next_one_up_is_asked(cast: Cast, champion: Client) -> None:
    mail = builders.channel(cast.office, ChannelKind.MAIL, cast.champion)
    draft = version()
    draft.channels.append(mail)
    db.session.commit()
    champion.submit(PAGE, to=ASKING)
    found = of(mail)
    assert (found.asked_id, found.asked_as, found.passed_id) == (cast.head.id, Standing.FOR_WRITER, cast.champion.id)
    assert "in place of Dana Whitfield, who wrote in the plan" in champion.get(PAGE).text


def test_the_ask_follows_the_channel(cast: Cast, champion: Client) -> None:
    ask(cast)
    owned = db.session.query(ChannelOwnership).filter_by(channel_id=cast.web.id).one()
    owned.to_on = TODAY
    db.session.commit()
    with transaction():
        assert actions.follow(at=AT) == 1
    assert (of(cast.web).asked_id, of(cast.web).asked_as) == (cast.head.id, Standing.FOR_NOBODY)
    heir = builders.person("Lena Vogt", at=cast.office)
    builders.save(ChannelOwnership(channel_id=cast.web.id, person_id=heir.id, from_on=TODAY + timedelta(days=1)))
    with transaction():
        assert actions.follow(at=AT) == 1
    with transaction():
        assert actions.follow(at=AT) == 0
    assert (of(cast.web).asked_id, told(heir)) == (heir.id, ["sign_off_moved"])


def test_who_agrees_is_reached_from_the_plan_and_from_its_draft(champion: Client) -> None:
    for path in ("/plans/P-12", "/plans/P-12/edit"):
        assert ("See who agrees", PAGE) in champion.get(path).links


def test_a_channel_without_owner_leads_to_naming_one_or_says_who_does(
    cast: Cast, champion: Client, as_person: AsPerson
) -> None:
    db.session.query(ChannelOwnership).filter_by(channel_id=cast.web.id).delete()
    builders.grant(cast.program, Role.ADMINISTRATOR, cast.office)
    for path in ("/plans/P-12", PAGE):
        assert "Nobody owns it · An administrator names the owner." in champion.get(path).text
        page = as_person(cast.program).get(path)
        assert f"/channels/{cast.web.id}/owners/new" in dict(page.links).values()
        assert "An administrator names" not in page.text
