"""A table as typed: what each row says, or what is wrong in which cell. Nothing typed is lost."""

import time

import pytest

from app.core.durations import Unit
from app.maps import entry, pasted
from app.maps.entry import CELLS, Reading
from app.maps.errors import NothingPasted, TooManyLines
from tests.maps.given import DAY

READING = Reading(rules={"our habit": "habit"})


def row(**cells: str) -> dict[str, str]:
    return {"name": "Sign", "lane": "Judge", "work": "10 min", "wait": "4 d", **cells}


def problems(**cells: str) -> dict[str, str]:
    found = entry.read([row(**cells)], READING).rows[0]
    return {name: type(problem).__name__ for name, problem in found.problems.items()}


def test_a_good_row_is_a_step() -> None:
    table = entry.read([row(right="98 %", rule="Our habit", rule_name="signing day", rule_owner="The judge")], READING)
    assert table.is_good
    step = table.steps[0]
    assert (step.work, step.wait, step.right, step.rule, step.rule_owner) == (10, 4 * DAY, 98, "habit", "The judge")


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({"name": ""}, {"name": "NoName"}), ({"lane": ""}, {"lane": "NoLane"}),
        ({"work": "", "wait": ""}, {"work": "NoTime"}), ({"work": "0", "wait": "0 d"}, {"work": "NoTime"}),
        ({"work": "soon"}, {"work": "NotATime"}), ({"wait": "99999 d"}, {"wait": "TooLongATime"}),
        ({"right": "101"}, {"right": "NotAShare"}), ({"right": "98.5"}, {"right": "NotAShare"}),
        ({"rule": "moon"}, {"rule": "NotARule"}), ({"place": "first"}, {"place": "NotAPlace"}),
        ({"name": "x" * 100_000}, {"name": "TooLongText"}), ({"rule_owner": "x" * 121}, {"rule_owner": "TooLongText"}),
    ],
)  # fmt: skip
def test_what_is_wrong_stands_at_its_cell(cells: dict[str, str], found: dict[str, str]) -> None:
    assert problems(**cells) == found


def test_what_was_typed_stays_and_empty_rows_go() -> None:
    table = entry.read([row(), dict.fromkeys(CELLS, ""), row(work="soon")], READING)
    assert [one.cells["work"] for one in table.rows] == ["10 min", "soon"]
    assert not table.is_good


def test_a_number_puts_a_step_in_between() -> None:
    rows = [row(name="a", place="1"), row(name="c", place="2"), row(name="b", place="1.5")]
    assert [step.name for step in entry.read(rows, READING).steps] == ["a", "b", "c"]


def test_the_201st_step_and_the_13th_lane_are_said_and_nothing_is_lost() -> None:
    many = entry.read([row(name=f"step {number}") for number in range(201)], READING)
    assert many.problem is not None
    assert many.problem.facts == {"most": 200, "count": 201}
    assert len(many.rows) == 201
    lanes = entry.read([row(lane=f"lane {number}") for number in range(14)], READING)
    assert [place for place, one in enumerate(lanes.rows) if one.problems] == [12, 13]
    assert lanes.rows[12].problems["lane"].facts["count"] == 13


def test_200_rows_are_read_in_a_blink() -> None:
    rows = [row(name=f"step {number}", lane=f"lane {number % 12}") for number in range(200)]
    start = time.process_time()
    assert entry.read(rows, READING).is_good
    assert time.process_time() - start < 0.5


def test_units_without_a_word_are_those_of_their_columns() -> None:
    found = entry.read([row(work="2", wait="3")], Reading(work=Unit.HOURS, wait=Unit.MINUTES)).steps[0]
    assert (found.work, found.wait) == (120, 3)


@pytest.mark.parametrize("mark", pasted.MARKS)
def test_pasted_lines_come_in_the_order_of_the_table(mark: str) -> None:
    found = pasted.read(mark.join(["Sign", "Judge", "10 min", "4 d", "98", "law", "days to object", "Parliament"]), {})
    assert list(found[0]) == list(CELLS)
    assert found[0]["rule_owner"] == "Parliament"


def test_a_heading_line_names_columns_in_any_order_and_language() -> None:
    found = pasted.read("Wait\tWer\tStep\n4 d\tJudge\tSign\n\n2 d\tClerk\tFile", {"wer": "lane"})
    assert found == [{"wait": "4 d", "lane": "Judge", "name": "Sign"}, {"wait": "2 d", "lane": "Clerk", "name": "File"}]


def test_quoted_cells_and_cells_too_many_lose_nothing() -> None:
    assert pasted.read('"Sign, then file",Judge,10 min', {})[0]["name"] == "Sign, then file"
    assert pasted.read("\t".join("abcdefghij"), {})[0]["rule_owner"] == "h i j"


def test_nothing_and_too_much_are_refused() -> None:
    with pytest.raises(NothingPasted):
        pasted.read(" \n\t\n", {})
    with pytest.raises(TooManyLines):
        pasted.read("Sign\tJudge\t1\n" * 5000, {})


def test_a_damaged_sheet_comes_as_a_row_to_correct() -> None:
    assert pasted.read('"' + "x" * 200_000, {})
