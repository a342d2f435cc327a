"""A request saves inside its transaction or not at all."""

import pytest
from flask import Flask

from app.accounts.models import Person
from app.core.database import transaction
from app.extensions import db
from app.web.writes import WrittenOutside
from tests.support import builders


def test_what_a_page_puts_into_an_object_is_never_saved(app: Flask) -> None:
    person_id = builders.person("Dana Whitfield").id
    with app.test_request_context("/"):
        db.session.get_one(Person, person_id).name = "Somebody else"
        with pytest.raises(WrittenOutside, match="Person"):
            db.session.flush()
        db.session.rollback()
    assert db.session.get_one(Person, person_id).name == "Dana Whitfield"


def test_inside_the_transaction_it_is(app: Flask) -> None:
    person_id = builders.person("Dana Whitfield").id
    with app.test_request_context("/"), transaction():
        db.session.get_one(Person, person_id).name = "Somebody else"
    assert db.session.get_one(Person, person_id).name == "Somebody else"
