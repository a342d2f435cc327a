"""What a text may lose on its way to paper, and what not."""

import pytest

from tests.support.in_order import holds

TYPED = "First we **wait**. Then we wait.\n\n- First we wait."
TOLD = ["Problem", "First we wait. Then we", "wait.", "First we wait.", "After"]


def test_line_ends_signs_and_marks_fall_away() -> None:
    assert holds(TOLD, TYPED)
    assert holds(["كم يومًا؟"], "كم يومًا؟")


@pytest.mark.parametrize(
    "told",
    [
        ["First we wait. Then we wait."],
        ["First we wait. First we wait. Then we wait."],
        ["First we wait. Then we", "After", "wait. First we wait."],
        ["First we wait. Then we wait wait. First we wait."],
        [],
    ],
    ids=["a repeated sentence lost", "another order", "something between", "a word twice", "nothing"],
)
def test_what_is_lost_moved_or_told_twice_is_seen(told: list[str]) -> None:
    assert not holds(told, TYPED)
