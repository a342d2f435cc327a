"""The index: every word must occur, in any script; it follows its transaction; rare and common words find the same."""

import csv
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, literal, select, union_all

from app.core.database import transaction
from app.extensions import db
from app.search import index
from app.search.index import Kind

REAL = Path(__file__).resolve().parents[3] / "shared/data/kb_qa/xquad_questions.csv"


def store(texts: dict[int, str]) -> None:
    with transaction():
        for number, text in texts.items():
            index.store(number, [text])


def found(words: str) -> list[int]:
    return sorted(db.session.scalars(index.matching(words)).all())


def test_every_word_must_occur(app: Flask) -> None:
    store({1: "The form is lost", 2: "The form is long", 3: "Nothing"})
    assert found("form") == [1, 2]
    assert found("LOST form") == [1]
    assert found("lost long") == []


def test_storing_again_replaces_and_removing_removes(app: Flask) -> None:
    store({1: "first words"})
    store({1: "second words"})
    assert found("first") == []
    with transaction():
        index.remove(1)
        index.remove(1)
    assert found("second") == []


def test_kinds_are_apart(app: Flask) -> None:
    with transaction():
        index.store(1, ["orders"], Kind.PLAN)
    assert found("orders") == []
    assert db.session.scalars(index.matching("orders", Kind.PLAN)).all() == [1]


def test_it_vanishes_with_its_transaction(app: Flask) -> None:
    with pytest.raises(KeyError), transaction():
        _store_and_break()
    assert found("broken") == []


@pytest.mark.parametrize(
    "words",
    ['"', "'", "''; DROP TABLE x", "a* OR b", "NEAR(a b)", "-a", "a AND", "NOT", "^a", "tokens:a", "(", "%", "_", "\\",
     "\0", "a:*", "!a", "a <-> b", "&", "  ", "\u202e", "👩‍👩‍👧", "a" * 100_000, "a b " * 25_000, '"' * 1000],
)  # fmt: skip
def test_hostile_words_are_only_words(app: Flask, words: str) -> None:
    store({1: "harmless"})
    assert 1 not in found(words)


def test_rare_and_common_words_find_the_same(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    store({number: "common " + ("rare" if number == 7 else "other") for number in range(1, 21)})
    numbers = union_all(*(select(literal(number).label("id")) for number in range(1, 26))).subquery()

    def held(words: str) -> list[int]:
        return sorted(db.session.scalars(select(numbers.c.id).where(index.holds(numbers.c.id, words))))

    listed = {words: held(words) for words in ("common", "rare", "common rare", "absent")}
    monkeypatch.setattr(index, "FEW", 0)
    assert listed == {words: held(words) for words in listed}
    assert listed["rare"] == [7]
    assert len(listed["common"]) == 20


def test_a_long_text_is_stored_up_to_its_limit(app: Flask) -> None:
    store({1: "字" * 10 + " ".join(f"word{n}" for n in range(50_000))})
    assert found("word1") == [1]


@pytest.mark.skipif(not REAL.exists(), reason="the real questions are not here")
@pytest.mark.parametrize("language", ["en", "el", "ar", "th", "tr", "zh"])
def test_every_real_question_is_found_by_its_own_words(app: Flask, language: str) -> None:
    with REAL.open(encoding="utf-8") as file:
        questions = [row[f"q_{language}"] for row in csv.DictReader(file)][:120]
    store(dict(enumerate(questions, 1)))
    for number, question in enumerate(questions, 1):
        assert number in found(question)
        assert number in found(question.upper())


def _store_and_break() -> None:
    index.store(1, ["broken"])
    raise KeyError("something went wrong later")


def test_counting_hits_of_a_word(app: Flask) -> None:
    store({1: "one word", 2: "one other"})
    assert db.session.scalar(select(func.count()).select_from(index.matching("one").subquery())) == 2
