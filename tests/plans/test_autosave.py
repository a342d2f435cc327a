"""/plans/P-12/saves: the draft saves by itself, part by part, and asks where two wrote."""

import json
from typing import Any

import pytest
from sqlalchemy import select

from app.core.events import Event
from app.extensions import db
from app.plans.content import LONGEST
from app.plans.models import PlanVersion
from tests.plans.conftest import WORDS, Cast
from tests.plans.writing import EDIT
from tests.support.client import AsPerson, Client

SAVES = "/plans/P-12/saves"
JSON = {"Accept": "application/json"}


def words(key: str) -> str:
    version = db.session.scalars(select(PlanVersion)).one()
    return next((section.words for section in version.sections if section.key == key), "")


def locks(client: Client) -> dict[str, Any]:
    values = client.get(EDIT).form(EDIT).values
    return {name: value for name, value in values.items() if name.startswith("lock-")}


def post(client: Client, fields: dict[str, Any], expect: int = 200) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(client.post(SAVES, fields, headers=JSON, expect=expect).html)
    return answer


def part(seen: dict[str, Any], key: str, value: str) -> dict[str, Any]:
    return {key: value, f"lock-{key}": seen[f"lock-{key}"]}


def test_only_the_parts_that_came_are_saved_each_with_its_new_lock(champion: Client) -> None:
    seen = locks(champion)
    answer = post(champion, part(seen, "outcome", "A new outcome."))
    assert (words("outcome"), words("risks")) == ("A new outcome.", WORDS["risks"])
    assert list(answer["locks"]) == ["outcome"]
    assert post(champion, {"outcome": "Newer.", "lock-outcome": answer["locks"]["outcome"]})["is_saved"]


def test_page_and_answer_say_alike_when_it_was_saved(champion: Client) -> None:
    said = post(champion, part(locks(champion), "outcome", "A new outcome."))["saved"]
    assert "by Dana Whitfield" in said
    assert champion.get(EDIT).text.count(said) == 1


def test_the_same_once_more_is_harmless(champion: Client) -> None:
    seen = locks(champion)
    answers = [post(champion, part(seen, "outcome", "Sent twice, since no answer came.")) for _ in range(2)]
    saved = db.session.scalars(select(Event).where(Event.verb == "plan.saved")).all()
    assert answers[0]["locks"] == answers[1]["locks"]
    assert len(saved) == 1


def test_nothing_is_overwritten_unseen(cast: Cast, champion: Client, as_person: AsPerson) -> None:
    deputy = as_person(cast.deputy)
    seen = locks(champion)
    post(champion, part(seen, "outcome", "Theirs"))
    answer = post(deputy, part(seen, "outcome", "Mine") | part(seen, "risks", "Mine too"))
    assert (words("outcome"), words("risks")) == ("Theirs", "Mine too")
    assert "Theirs" in answer["conflicts"]["outcome"]
    assert "Dana Whitfield" in answer["conflicts"]["outcome"]
    assert list(answer["locks"]) == ["risks"]
    stamp = answer["conflicts"]["outcome"].split('value="mine-')[1].split('"')[0]
    post(deputy, part(seen, "outcome", "Mine") | {"keep-outcome": f"mine-{stamp}"})
    assert words("outcome") == "Mine"


def test_choosing_theirs_brings_their_text(cast: Cast, champion: Client, as_person: AsPerson) -> None:
    deputy, seen = as_person(cast.deputy), locks(champion)
    post(champion, part(seen, "outcome", "Theirs"))
    stamp = post(deputy, part(seen, "outcome", "Mine"))["conflicts"]["outcome"].split("theirs-")[-1].split('"')[0]
    answer = post(deputy, part(seen, "outcome", "Mine") | {"keep-outcome": f"theirs-{stamp}"})
    assert answer["kept"]["outcome"] == [["outcome", "Theirs"]]
    assert words("outcome") == "Theirs"


def test_an_answer_brings_what_others_wrote_and_who(cast: Cast, champion: Client, as_person: AsPerson) -> None:
    seen = locks(champion)
    days = {"today_days": "60", "lock-days": seen["lock-days"]}
    post(as_person(cast.deputy), part(seen, "problem", "The deputy's words.") | days)
    have = {name.replace("lock-", "have-"): value for name, value in seen.items()}
    answer = post(champion, have)
    assert answer["news"]["problem"]["fields"] == [["problem", "The deputy's words."]]
    assert ["today_days", "60"] in answer["news"]["days"]["fields"]
    assert answer["company"][0].startswith("Sam Oyelaran saved")
    assert answer["locks"] == {}


@pytest.mark.parametrize("stamp", ["", "0" * 12, "\x00", "ß" * 5000, "null"])
def test_a_damaged_stamp_asks_instead_of_overwriting(champion: Client, stamp: str) -> None:
    answer = post(champion, {"outcome": "Mine", "lock-outcome": stamp})
    assert "outcome" in answer["conflicts"]
    assert words("outcome") == WORDS["outcome"]


def test_what_cannot_be_saved_says_why_and_keeps_nothing_else_back(champion: Client) -> None:
    seen = locks(champion)
    fields = part(seen, "risks", "a" * (LONGEST + 1)) | part(seen, "outcome", "Saved all the same")
    answer = post(champion, fields | {"today_days": "soon", "after_days": "1", "lock-days": seen["lock-days"]})
    assert set(answer["errors"]) == {"risks", "days"}
    assert "100,000" in answer["errors"]["risks"]
    assert words("outcome") == "Saved all the same"


def test_changes_that_are_too_long_are_named(champion: Client) -> None:
    fields = {"changes-0-what": "a" * (LONGEST + 1), "changes-0-kind": "policy", "changes-0-cost": "nil"}
    assert "100,000" in post(champion, fields | {"lock-changes": locks(champion)["lock-changes"]})["errors"]["changes"]


def test_100000_characters_are_saved(champion: Client) -> None:
    text = "漢" * LONGEST
    post(champion, part(locks(champion), "risks", text))
    assert words("risks") == text


def test_others_are_refused(cast: Cast, champion: Client, as_person: AsPerson) -> None:
    seen = locks(champion)
    for person, expect in ((cast.program, 403), (cast.sponsor, 403), (cast.colleague, 404), (cast.leader, 404)):
        as_person(person).post(SAVES, part(seen, "outcome", "Not mine"), headers=JSON, expect=expect)
    champion.post(SAVES, part(seen, "outcome", "Forged"), csrf=False, headers=JSON, expect=400)
    champion.get(SAVES, expect=405)
    assert words("outcome") == WORDS["outcome"]


def test_after_the_session_a_save_says_so(client: Client, cast: Cast) -> None:
    del cast
    answer = json.loads(client.post(SAVES, {"outcome": "Late"}, headers=JSON, expect=401).html)
    assert answer["error"] == "You are signed out."


def test_a_version_that_is_no_draft_takes_nothing(cast: Cast, champion: Client) -> None:
    seen = locks(champion)
    champion.post("/plans/P-12/submissions")
    post(champion, part(seen, "outcome", "Too late"), expect=409)
    assert words("outcome") == WORDS["outcome"]
