"""Two versions as parts: entries that belong together are paired, moved days are counted."""

from datetime import date

from app.reviews.comparing import Entry, Fate, Value, compare
from app.reviews.differences import Kind


def text(words: str) -> list[Entry]:
    return [Entry((Value("", words, is_text=True),))]


def promise(name: str, due: date) -> Entry:
    return Entry((Value("", name, is_text=True), Value("By when", due.isoformat())), due)


def change(what: str, cost: str = "Nil") -> Entry:
    return Entry((Value("", what, is_text=True), Value("Cost", cost)))


def test_parts_come_in_the_order_of_the_plan_and_say_whether_they_changed() -> None:
    found = compare(
        {"title": text("A"), "risks": text("B b")}, {"risks": text("B c"), "title": text("A")}, ("title", "risks")
    )
    assert [(part.key, part.is_changed) for part in found] == [("title", False), ("risks", True)]


def test_a_part_that_is_only_in_one_version_is_put_in_or_taken_out() -> None:
    found = compare({"risks": text("B")}, {"title": text("A")}, ("title", "risks"))
    assert [(part.key, part.rows[0].fate) for part in found] == [("title", Fate.ADDED), ("risks", Fate.REMOVED)]


def test_a_change_that_was_reworded_is_one_change() -> None:
    old = [change("One legal review instead of two"), change("Letters name a person")]
    new = [change("Counter staff may sign"), change("One legal review in place of two", "Within resources")]
    rows = compare({"changes": old}, {"changes": new}, ("changes",))[0].rows
    assert [row.fate for row in rows] == [Fate.ADDED, Fate.CHANGED, Fate.REMOVED]
    cost = rows[1].fields[1].marked
    assert [(s.kind, s.words) for s in (*cost.old, *cost.new)] == [
        (Kind.REMOVED, "Nil"),
        (Kind.ADDED, "Within resources"),
    ]


def test_a_milestone_that_moved_says_by_how_many_days() -> None:
    old, new = promise("First desk", date(2026, 12, 1)), promise("First desk", date(2026, 12, 15))
    row = compare({"milestones": [old]}, {"milestones": [new]}, ("milestones",))[0].rows[0]
    assert (row.fate, row.moved) == (Fate.CHANGED, 14)
    row = compare({"milestones": [new]}, {"milestones": [old]}, ("milestones",))[0].rows[0]
    assert row.moved == -14


def test_entries_that_changed_places_are_the_same() -> None:
    one, two = change("One legal review"), change("Letters name a person")
    found = compare({"changes": [one, two]}, {"changes": [two, one]}, ("changes",))
    assert not found[0].is_changed


def test_many_long_texts_are_compared_within_bounds() -> None:
    keys = [f"part{number}" for number in range(12)]
    old = {key: text("word here and there. " * 700) for key in keys}
    new = {key: text("word here or there. " * 700) for key in keys}
    found = compare(old, new, keys)
    assert not found[0].is_by_paragraph
    assert found[-1].is_by_paragraph
