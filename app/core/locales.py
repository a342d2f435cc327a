"""Every language keeps words of its own: a mend for Babel, to go when a release of it has one (its issue 1234).

Babel lets languages share what they inherit, and writes into it what the first of them makes of it: once a Chinese
page was shown, the months of Turkish and Thai were Chinese until the process ended, also in what was frozen.
"""

from functools import cache
from typing import Any

from babel import Locale
from babel.localedata import LocaleDataDict, load


def keep_apart() -> None:
    """Before the first word of any language is read."""
    words = property(lambda locale: _words(str(locale).partition("@")[0]))
    Locale._data = words  # type: ignore[method-assign, assignment]  # noqa: SLF001  # where all its words come from


@cache
def _words(name: str) -> LocaleDataDict:
    return LocaleDataDict(_own(load(name)))


def _own(words: dict[Any, Any]) -> dict[Any, Any]:
    """A copy down to the words; what is inherited by a link stays a link, to be followed in the copy."""
    return {key: _own(value) if isinstance(value, dict) else value for key, value in words.items()}
