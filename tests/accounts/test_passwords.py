"""What makes a password, and that unknown accounts cost as much as known ones."""

import pytest

from app.accounts import passwords
from tests.support import hashing


@pytest.fixture(autouse=True)
def real_hashing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here the settings of every day are asked for."""
    hashing.real(monkeypatch)


def test_a_password_of_four_words_passes() -> None:
    passwords.check("four brown words walk", "dana@agency.example", "Dana Whitfield")


@pytest.mark.parametrize("word", ["", "short", "elevenchars"])
def test_shorter_than_twelve_is_refused(word: str) -> None:
    with pytest.raises(passwords.TooShort):
        passwords.check(word)


@pytest.mark.parametrize("word", ["aaaaaaaaaaaaaaaa", "121212121212", "Dana Whitfield", "dana@agency.example1"])
def test_what_is_known_of_the_person_or_repeats_is_refused(word: str) -> None:
    with pytest.raises(passwords.TooPlain):
        passwords.check(word, "dana@agency.example", "Dana Whitfield")


def test_the_same_letters_typed_in_another_composition_match() -> None:
    assert passwords.matches("pa\u0301lya sze\u0301lse\u0301g", passwords.hash_of("pálya szélség"))


def test_nobody_matches_and_costs_a_hash_of_todays_settings() -> None:
    assert not passwords.matches("four brown words walk", None)
    assert not passwords.is_outdated(passwords.NOBODYS_HASH)


def test_a_damaged_hash_matches_nothing() -> None:
    assert not passwords.matches("four brown words walk", "not a hash")
