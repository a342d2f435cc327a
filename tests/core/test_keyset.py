"""Pages of a list: each row once, whichever way one walks, by one column or by several."""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from app.accounts.models import Person
from app.core import keyset
from app.core.keyset import Order
from tests.support import builders as make

NEWEST: Order[Any] = Order((Person.id,), lambda person: person.id)
BY_NAME: Order[Any] = Order((Person.name, Person.id), lambda person: person.name, is_rising=True)


@pytest.fixture
def ids(app: Flask) -> list[int]:
    return [make.person(name).id for name in ("Ada", "Bob", "Bob", "Cem", "Dee")]


def shown(order: Order[Any], after: Any = None, before: Any = None) -> tuple[list[int], str | None, str | None]:
    found = keyset.page(select(Person), order, after, before, size=2)
    return [person.id for person in found.rows], found.after, found.before


def test_it_goes_down_and_up_again_by_a_number(ids: list[int]) -> None:
    first, second, third, fourth, fifth = ids
    assert shown(NEWEST) == ([fifth, fourth], str(fourth), None)
    assert shown(NEWEST, after=fourth) == ([third, second], str(second), str(third))
    assert shown(NEWEST, after=second) == ([first], None, str(first))
    assert shown(NEWEST, before=first) == ([third, second], str(second), str(third))
    assert shown(NEWEST, before=third) == ([fifth, fourth], str(fourth), None)


def test_several_columns_tell_equals_apart(ids: list[int]) -> None:
    assert shown(BY_NAME) == (ids[:2], "Bob", None)
    assert shown(BY_NAME, after=("Bob", ids[1])) == (ids[2:4], "Cem", "Bob")
    assert shown(BY_NAME, before=("Bob", ids[2])) == (ids[:2], "Bob", None)


def test_a_place_beyond_the_end_is_an_empty_page(ids: list[int]) -> None:
    assert shown(NEWEST, after=ids[0]) == ([], None, None)
