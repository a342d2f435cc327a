"""The list of notices, and having read them."""

from collections.abc import Callable

from flask import Flask

from app.extensions import db
from app.notices.models import Notice
from tests.support.builders import AT, person, save
from tests.support.client import Client

Browser = Callable[..., Client]


def notice_for(person_id: int, number: int = 3) -> Notice:
    facts, path = {"plan": f"P-{number}", "version": 1}, f"/plans/P-{number}"
    return save(Notice(person_id=person_id, kind="plan_accepted", facts=facts, path=path, created_at=AT))


def is_read(notice_id: int) -> bool:
    db.session.rollback()
    return db.session.get_one(Notice, notice_id).read_at is not None


def test_one_sees_ones_own_newest_first(app: Flask, as_person: Browser) -> None:
    me, other = person(), person()
    for number in range(1, 28):
        notice_for(me.id, number)
    notice_for(other.id, 99)
    first = as_person(me).get("/notices")
    assert "Plan P-27" in first.text
    assert "P-99" not in first.text
    assert "Plan P-2," not in first.text
    second = as_person(me).get(f"/notices?after={_id_of(3)}")
    assert "Plan P-2," in second.text


def test_marking_read_leaves_what_came_in_the_meantime(app: Flask, as_person: Browser) -> None:
    me = person()
    seen, later = notice_for(me.id).id, notice_for(me.id, 4).id
    browser = as_person(me)
    browser.post("/notices/reads", {"up_to": str(seen)})
    browser.post("/notices/reads", {"up_to": str(seen)})
    assert is_read(seen)
    assert not is_read(later)


def test_nobody_marks_another_persons_notices(app: Flask, as_person: Browser) -> None:
    theirs = notice_for(person().id).id
    as_person(person()).post("/notices/reads", {"up_to": str(theirs)})
    assert not is_read(theirs)


def test_who_is_signed_out_is_refused(app: Flask, client: Client) -> None:
    client.post("/notices/reads", {"up_to": "1"}, expect=401)


def test_get_changes_nothing(app: Flask, as_person: Browser) -> None:
    me = person()
    mine = notice_for(me.id).id
    as_person(me).get("/notices/reads", expect=405)
    as_person(me).get("/notices")
    assert not is_read(mine)


def test_damaged_numbers_are_read_as_none(app: Flask, as_person: Browser) -> None:
    me = person()
    mine = notice_for(me.id).id
    for raw in ("", "-1", "x", "9" * 400, "٣"):
        as_person(me).post("/notices/reads", {"up_to": raw})
        as_person(me).get(f"/notices?after={raw}&before={raw}")
    assert not is_read(mine)


def _id_of(number: int) -> int:
    return int(db.session.query(Notice.id).where(Notice.path == f"/plans/P-{number}").scalar())
