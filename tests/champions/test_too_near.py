"""Who endorsed somebody or declared a conflict learns no score, also not from a list or its order."""

from collections.abc import Callable

from app.accounts.models import Person
from app.champions.nominations import queries, standing
from tests.accounts.house import House
from tests.champions.selecting import POINTS, given, page_of, second_chooser
from tests.support.client import Client

People = Callable[[Person], Client]


def test_a_list_tells_no_score_to_those_who_are_too_near(house: House, as_person: People) -> None:
    best, plain, chooser = given(house), given(house), second_chooser(house)
    as_person(house.program).submit(f"{page_of(best)}/scores/new", POINTS)
    page = f"/cycles/{house.cycle.id}/nominations"
    for step, values in (("endorsements", {"endorsement": "Yes."}), ("conflicts", {"conflict": "We are related."})):
        as_person(chooser).post(f"{page_of(best)}/{step}", values)
        lines = standing.lines_for(chooser, queries.lines(house.cycle), queries.too_near(chooser, house.cycle))
        assert [(line.number, line.standing.mean) for line in lines] == [(plain.number, None), (best.number, None)]
    assert best.ref in as_person(chooser).get(page).text
