"""The fold: what looks the same is the same, in six languages; and asking never wants more than storing keeps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.folding import LONGEST_TOKEN, MOST_TOKENS, asked, fold, tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("IŞIK", "ışık"), ("İSTANBUL", "istanbul"), ("Isparta", "ısparta"),
        ("ΠΟΛΙΤΕΣ", "πολίτες"), ("Άδεια", "αδεια"), ("ϋπηρεσία", "υπηρεσια"),
        ("إقامة", "اقامه"), ("مُسْتَشْفَى", "مستشفي"), ("طـــلب", "طلب"), ("أربعين", "اربعين"),
        ("Ｆｏｒｍ", "form"), ("Straße", "STRASSE"), ("Crème", "creme"), ("ﬁling", "filing"),
        ("٧٢", "72"), ("๗๒", "72"), ("co\u00adoperate", "cooperate"),
    ],
)  # fmt: skip
def test_what_looks_the_same_folds_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_thai_vowels_stay() -> None:
    assert fold("คำขอใบอนุญาต") != fold("คาขอใบอนญาต")


@pytest.mark.parametrize(
    ("stored", "question"),
    [
        ("ระยะเวลารอคำขอใบอนุญาต", "ใบอนุญาต"), ("ระยะเวลารอ", "รอ"), ("เมือง", "ม"),
        ("老年人福利申请表", "福利"), ("市民服务", "市"), ("等待72天", "72"),
        ("وأربعين يوما", "اربعين"), ("تأخر الطلب", "طلب"), ("طلب قديم", "الطلب"), ("والطلب", "طلب"),
        ("Ο φάκελος χάθηκε", "ΦΑΚΕΛΟΣ"), ("Başvuru ışığı", "ISIGI BASVURU"), ("72-day wait", "day 72"),
    ],
)  # fmt: skip
def test_a_question_is_found_in_a_text(stored: str, question: str) -> None:
    assert asked(question)
    assert set(asked(question)) <= set(tokens(stored))


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=80))
def test_every_text_is_found_by_its_own_words(text: str) -> None:
    assert set(asked(text)) <= set(tokens(text))


@given(st.text(max_size=80))
def test_tokens_hold_nothing_that_a_query_could_take_for_an_operator(text: str) -> None:
    assert not set("".join(tokens(text))) & set("\"'\\*:()&|!<>^- \t\n\0")


def test_an_endless_text_has_an_end() -> None:
    assert len(tokens(" ".join(map(str, range(10_000))))) == MOST_TOKENS
    assert max(map(len, tokens("x" * 10_000))) == LONGEST_TOKEN
