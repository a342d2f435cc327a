"""Which way a run of words reads, by its first strong letter; signs and digits follow the page."""

import unicodedata


def direction_of(text: str, *, rtl: bool) -> str:
    """ "rtl" or "ltr" for the text, `rtl` being the page's way."""
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return "rtl" if rtl else "ltr"
