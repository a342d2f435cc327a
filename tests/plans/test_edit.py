"""/plans/P-12/edit: saving the draft, and what it refuses."""

from typing import Any

import pytest
from sqlalchemy import select

from app.core.events import Event
from app.extensions import db
from app.plans.content import LONGEST
from app.plans.models import ChangeKind, Cost, PlanVersion
from tests.plans.conftest import WORDS, Cast
from tests.plans.writing import EDIT, save
from tests.support import builders
from tests.support.client import AsPerson, Client


def draft() -> PlanVersion:
    return db.session.scalars(select(PlanVersion)).one()


def words(key: str) -> str:
    return next(section.words for section in draft().sections if section.key == key)


def test_every_field_of_the_plan_is_saved(cast: Cast, champion: Client) -> None:
    fields: dict[str, Any] = {key: f"New {key}, with **bold** and “quotes” <b>" for key in WORDS}
    save(
        champion, **fields, today_days="60", after_days="2", channels=str(cast.web.id),
        changes_0_what="Sign at the counter", changes_0_kind="process", changes_0_rule_owner="Director",
        changes_0_cost="within_resources", changes_1_what="Tablet", changes_1_kind="technology",
        changes_1_cost="needs_money",
    )  # fmt: skip
    version = draft()
    assert {section.key: section.words for section in version.sections} == fields
    assert (version.today_days, version.after_days) == (60, 2)
    assert [channel.id for channel in version.channels] == [cast.web.id]
    assert [(c.what, c.kind, c.rule_owner, c.cost) for c in version.changes] == [
        ("Sign at the counter", ChangeKind.PROCESS, "Director", Cost.WITHIN_RESOURCES),
        ("Tablet", ChangeKind.TECHNOLOGY, "", Cost.NEEDS_MONEY),
    ]


def test_the_form_has_exactly_the_names_of_the_plan(champion: Client) -> None:
    names = champion.get(EDIT).form(EDIT).names
    own = {name for name in names if not name.startswith(("lock-", "changes-")) and name != "csrf_token"} - {
        "then",
        "add_change",
    }
    assert own == {*WORDS, "today_days", "after_days", "channels"}
    asked = ("what", "kind", "rule_owner", "cost", "process", "service_owner", "technology_owner")
    assert {f"changes-0-{part}" for part in asked} <= names


def test_the_deputy_saves_too(cast: Cast, as_person: AsPerson) -> None:
    save(as_person(cast.deputy), risks="Less haste.")
    assert words("risks") == "Less haste."
    assert draft().saved_by_id == cast.deputy.id


def test_others_may_not_open_or_save_the_draft(cast: Cast, as_person: AsPerson) -> None:
    for person in (cast.program, cast.sponsor, cast.auditor):
        as_person(person).get(EDIT, expect=403)
        as_person(person).post(EDIT, {"title": "Mine now"}, expect=403)
    for person in (cast.colleague, cast.leader):
        as_person(person).get(EDIT, expect=404)
        as_person(person).post(EDIT, {"title": "Mine now"}, expect=404)
    assert words("title") == WORDS["title"]


def test_rights_end_with_the_seat(cast: Cast, champion: Client) -> None:
    for grant in cast.champion.grants:
        grant.to_on = builders.TODAY
        builders.save(grant)
    champion.post(EDIT, {"title": "Still mine"}, expect=404)
    assert words("title") == WORDS["title"]


def test_a_champion_of_the_office_above_may_not_edit(cast: Cast, as_person: AsPerson) -> None:
    above = builders.person("Above")
    builders.seat(cast.agency, above, cast.cycle)
    as_person(above).get(EDIT, expect=404)


def test_without_the_token_nothing_is_saved(champion: Client) -> None:
    champion.post(EDIT, {"title": "Forged"}, csrf=False, expect=400)
    assert words("title") == WORDS["title"]


def test_saving_twice_is_harmless(champion: Client) -> None:
    for _ in range(2):
        save(champion, title="Twice")
    saved = db.session.scalars(select(Event).where(Event.verb == "plan.saved")).all()
    assert words("title") == "Twice"
    assert len(saved) == 1


def test_events_hold_digests_and_no_words(champion: Client) -> None:
    save(champion, title="A secret title")
    event = db.session.scalars(select(Event).where(Event.verb == "plan.saved")).one()
    assert list(event.data["parts"]) == ["title"]
    assert "secret" not in str(event.data)


@pytest.mark.parametrize("days", ["seven", "-1", "1.5", "10001", "9" * 400, "<b>"])
def test_days_that_are_no_number_are_refused_beside_the_field(champion: Client, days: str) -> None:
    page = save(champion, expect=422, today_days=days, title="Typed and kept")
    assert "whole days" in page.errors["today_days"]
    values = page.form(EDIT).values
    assert (values["today_days"], values["title"]) == (days, "Typed and kept")
    assert words("title") == WORDS["title"]


def test_days_may_be_in_the_digits_of_any_script(champion: Client) -> None:
    save(champion, today_days="٧٢", after_days="๑")
    assert (draft().today_days, draft().after_days) == (72, 1)


def test_a_section_holds_100000_characters_and_not_one_more(champion: Client) -> None:
    save(champion, risks="a " * (LONGEST // 2 - 1) + "bc")
    assert len(words("risks")) == LONGEST
    page = save(champion, expect=422, risks="a" * (LONGEST + 1), title="Kept")
    assert "100,000" in page.errors["risks"]
    assert page.form(EDIT).values["title"] == "Kept"
    assert len(page.form(EDIT).values["risks"]) == LONGEST + 1


def test_unprintable_characters_do_not_come_in(champion: Client) -> None:
    save(champion, title="A\x00 b\x07\ufffe \ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"))
    assert words("title") == "A b \U0001f600"


def test_channels_of_another_office_are_refused(cast: Cast, champion: Client) -> None:
    foreign = builders.channel(builders.office("Parking", parent=cast.agency))
    form = champion.get(EDIT).form(EDIT)
    champion.post(EDIT, form.values | {"channels": str(foreign.id)}, expect=422)
    assert draft().channels == []


def test_add_a_change_gives_one_more_row_and_keeps_what_was_typed(champion: Client) -> None:
    page = champion.submit(EDIT, {"title": "Typed"}, to=EDIT, press="add_change=1")
    values = page.form(EDIT).values
    assert "changes-3-what" in page.form(EDIT).names
    assert values["title"] == "Typed"
    assert words("title") == WORDS["title"]


def test_there_are_at_most_eight_changes(champion: Client) -> None:
    save(champion, changes_0_what="one")
    for _ in range(8):
        form = champion.get(EDIT).form(EDIT)
        row = next(i for i in range(9) if not form.values.get(f"changes-{i}-what"))
        champion.submit(EDIT, {f"changes-{row}-what": f"number {row}"}, to=EDIT) if row < 3 else None
    page = champion.last
    assert page is not None
    for _ in range(8):
        values = page.form(EDIT).values
        page = champion.post(EDIT, values | {"add_change": "1"})
    assert "changes-7-what" in page.form(EDIT).names
    assert "changes-8-what" not in page.form(EDIT).names


def test_a_row_that_was_emptied_goes_away(champion: Client) -> None:
    save(champion, changes_0_what="", changes_1_what="Second becomes first")
    assert [change.what for change in draft().changes] == ["Second becomes first"]


def test_measure_again_shows_the_meter_and_saves_nothing(champion: Client) -> None:
    page = champion.submit(EDIT, {"outcome": "Long. " * 2000}, to=EDIT, press="measure=1")
    assert "Too long by" in page.text
    assert page.form(EDIT).values["outcome"].startswith("Long. Long.")
    assert words("outcome") == WORDS["outcome"]


def test_fields_that_are_not_sent_stay_as_they_are(champion: Client) -> None:
    champion.post(EDIT, {"mission": "Only this.", "lock-mission": "damaged"}, expect=409)
    values = champion.get(EDIT).form(EDIT).values
    champion.post(EDIT, {"mission": "Only this.", "lock-mission": values["lock-mission"]})
    assert (words("mission"), words("title"), draft().today_days) == ("Only this.", WORDS["title"], 72)


def test_a_submitted_version_cannot_be_saved(cast: Cast, champion: Client) -> None:
    form = champion.get(EDIT).form(EDIT)
    champion.post("/plans/P-12/submissions")
    champion.post(EDIT, form.values | {"title": "Too late"}, expect=409)
    assert champion.get(EDIT).path == "/plans/P-12"
    assert words("title") == WORDS["title"]
