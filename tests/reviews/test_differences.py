"""Which words are marked between two texts."""

import time

import pytest

from app.reviews.comparing import ALIKE
from app.reviews.differences import MOST, Kind, Marked, between, likeness


def shown(marked: Marked) -> tuple[str, str]:
    """-taken out- in the old text and +put in+ in the new one."""
    signs = {Kind.SAME: "", Kind.REMOVED: "-", Kind.ADDED: "+"}
    old, new = ("".join(f"{signs[s.kind]}{s.words}{signs[s.kind]}" for s in side) for side in (marked.old, marked.new))
    return old, new


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Wait ten weeks.", "Wait three weeks.", ("Wait -ten- weeks.", "Wait +three+ weeks.")),
        ("One review", "One legal review", ("One review", "One +legal+ review")),
        ("ต้องรออีกสิบสัปดาห์", "ต้องรออีกสามสัปดาห์", ("ต้องรออีก-สิบ-สัปดาห์", "ต้องรออีก+สาม+สัปดาห์")),
        (
            "我们把两次审查改为一次。",
            "我们把三次审查改为一次。",
            ("我们把-两-次审查改为一次。", "我们把+三+次审查改为一次。"),
        ),
        ("في اليوم نفسه", "في الأسبوع نفسه", ("في -اليوم- نفسه", "في +الأسبوع+ نفسه")),
        ("", "New words", ("", "+New words+")),
        ("Old words", "", ("-Old words-", "")),
    ],
)
def test_words_are_marked_in_every_script(old: str, new: str, expected: tuple[str, str]) -> None:
    assert shown(between(old, new)) == expected


def test_what_reads_the_same_is_not_marked() -> None:
    assert not between("Cafe\u0301 “here”", 'Caf\u00e9  "here"').is_changed


def test_a_text_that_keeps_hardly_a_word_is_replaced_as_a_whole() -> None:
    old, new = "pears and plums are cheap in this town", "nobody knows where the file lies and who has it"
    assert shown(between(old, new)) == (f"-{old}-", f"+{new}+")


def test_a_single_word_between_two_changes_is_no_island() -> None:
    old = "It begins here. A clerk takes the file to legal. It ends here."
    new = "It begins here. Nobody carries the paper anywhere else. It ends here."
    marked = between(old, new)
    assert [span.kind for span in marked.old] == [Kind.SAME, Kind.REMOVED, Kind.SAME]


def test_the_texts_come_back_whole() -> None:
    old, new = "One two  three\n\nfour five", "One 2 three\nfour five six"
    marked = between(old, new)
    assert "".join(span.words for span in marked.old) == old
    assert "".join(span.words for span in marked.new) == new


def test_a_text_that_is_too_long_is_compared_by_paragraph_and_says_so() -> None:
    lines = [f"Paragraph {number} of many words." for number in range(2_500)]
    changed = [*lines[:1_000], "Another one.", *lines[1_001:]]
    old, new = "\n".join(lines), "\n".join(changed)
    assert len(old) > MOST
    marked = between(old, new)
    assert marked.is_by_paragraph
    assert [s.words.strip() for s in marked.new if s.kind is Kind.ADDED] == ["Another one."]


@pytest.mark.parametrize(
    "text", ["a " * 50_000, "ก" * 100_000, "\u0301" * 100_000, "'" * 100_000, "汉" * 100_000, "\n" * 100_000]
)
def test_a_hostile_text_does_not_keep_the_page_waiting(text: str) -> None:
    began = time.perf_counter()
    between(text, text[:-7] + "end")
    assert time.perf_counter() - began < 2


def test_likeness_tells_the_same_entry_from_another_one() -> None:
    name = "First desk writes orders"
    assert likeness(name, "First two desks write orders") >= ALIKE > likeness(name, "Letters say who calls")


def test_a_text_of_countless_lines_is_replaced_as_a_whole() -> None:
    old = "a\n" * 20_000
    marked = between(old, "b\n" + old)
    assert marked.is_by_paragraph
    assert [span.words for span in marked.old] == [old]
