"""A text as words, in six scripts: what is the same to a reader has the same key, and nothing is lost."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reviews.words import tokens

TEXTS = [
    "Two parents agree, don’t they? 1,150 families a year.",
    "พ่อแม่ที่ตกลงกันได้ที่เคาน์เตอร์ต้องรออีกสิบสัปดาห์",
    "父母双方在柜台达成一致后，还要等十周。",
    "يخرج الوالد في اليوم نفسه ومعه أمرٌ موقّع.",
    "Ένα παιδί περιμένει δέκα εβδομάδες.",
    "İki ebeveyn gişede anlaşır; on hafta bekler.",
    "両親は窓口で合意してから十週間待ちます。",
    "ພໍ່ແມ່ຕົກລົງກັນ",
    "a\n\n\tb  c",
]


def keys(text: str) -> list[str]:
    return [token.key for token in tokens(text) if token.key]


@pytest.mark.parametrize("text", TEXTS)
def test_the_words_together_are_the_text(text: str) -> None:
    assert "".join(token.words for token in tokens(text)) == text


@given(st.text(max_size=200))
def test_nothing_is_lost_whatever_is_typed(text: str) -> None:
    assert "".join(token.words for token in tokens(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don’t wait 1,150 days.", ["Don't", "wait", "1,150", "days", "."]),
        ("ต้องรออีกสิบสัปดาห์", ["ต้อง", "รอ", "อีก", "สิบ", "สัปดาห์"]),
        ("我们把两次审查", ["我们", "把", "两", "次", "审查"]),
        ("أمرٌ موقّع", ["أمرٌ", "موقّع"]),
        ("ພໍ່", ["ພໍ່"]),
    ],
)
def test_words_are_what_a_reader_calls_words(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Caf\u00e9", "Cafe\u0301"),
        ("so \u201cfar\u201d", 'so "far"'),
        ("two  blanks", "two blanks"),
        ("\u200fa mark\u200e", "a mark"),
        ("line\r\nbreak", "line break"),
    ],
)
def test_bytes_that_nobody_sees_are_no_words(one: str, other: str) -> None:
    assert keys(one) == keys(other)


def test_no_word_begins_with_a_vowel_sign() -> None:
    for text in TEXTS:
        assert not [t for t in tokens(text) if unicodedata.category(t.words[0])[0] == "M"]
