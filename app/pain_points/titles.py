"""The title of a report: its first sentence, in the reporter's own words."""

import re

LONGEST = 120
_END = re.compile(r"(?<=[.!?؟۔])\s|(?<=[。！？])|\n")  # a point inside "7.5" ends nothing


def title_of(happening: str) -> str:
    """The first sentence without its full stop, at most 120 characters in whole words, "…" where it goes on."""
    sentence = next((part.strip() for part in _END.split(happening) if part.strip()), "")
    words = " ".join(sentence.split())
    if len(words) > LONGEST:
        return f"{_whole_words(words)}…"
    return words if words.endswith("..") else words.removesuffix(".").removesuffix("。")


def _whole_words(words: str) -> str:
    cut = words[: LONGEST - 1]
    at_word = cut.rpartition(" ")[0] if words[LONGEST - 1] != " " else cut
    return (at_word or cut).rstrip(" ,;:-–")
