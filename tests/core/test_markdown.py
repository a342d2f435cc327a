"""People's texts: light Markdown, never HTML."""

import pytest

from app.core.markdown import to_html, to_plain


def test_bold_lists_and_links_are_kept() -> None:
    html = to_html("**Agreed in haste.** See [the rule](https://example.org/a)\n\n- one\n- two")
    assert "<strong>Agreed in haste.</strong>" in html
    assert 'href="https://example.org/a"' in html
    assert html.count("<li>") == 2


HOSTILE = ("<script>x</script>", '<img src=x onerror="y">', "[x](javascript:alert(1))", "<b>bold</b>")


@pytest.mark.parametrize("text", HOSTILE)
def test_html_and_scripts_stay_words_or_go(text: str) -> None:
    html = to_html(text)
    assert "<script" not in html
    assert "<img" not in html
    assert "<b>" not in html
    assert 'href="javascript' not in html


def test_what_is_not_markdown_stays_as_typed() -> None:
    assert to_plain("# 5 < 6 & 7 > 3 | x_y_z `code`") == "# 5 < 6 & 7 > 3 | x_y_z `code`"


def test_plain_joins_blocks_and_splits_no_word() -> None:
    assert to_plain("un**believ**able\n\n- one\n- two") == "unbelievable one two"


@pytest.mark.parametrize("sign", ["- ", "* ", "1. ", "- 1. "])
@pytest.mark.parametrize("count", [2, 9, 10, 11, 400])
def test_nothing_is_lost_after_a_line_of_signs(sign: str, count: int) -> None:
    """Each sign begins a list in a list, and the parser drops what lies too deep."""
    assert to_plain(f"{sign * count}\nA paper waits.\n\nThen another.").endswith("A paper waits. Then another.")
    assert "A paper waits." in to_html(f"{sign * count}\nA paper waits.")
