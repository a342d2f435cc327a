"""What tests of plans do again and again: fill in the whole form, hand it in, read a PDF."""

import subprocess
from typing import Any

from tests.support.client import Client
from tests.support.pages import Page

EDIT = "/plans/P-12/edit"
SUBMISSIONS = "/plans/P-12/submissions"
TOO_LONG = "A parent goes home the same day with a signed order. " * 200


def save(client: Client, expect: int = 200, **fields: Any) -> Page:
    """Open the draft, change some fields and save."""
    return client.submit(EDIT, named(fields), to=EDIT, expect=expect)


def hand_in(client: Client, expect: int = 200, follow: bool = True, **fields: Any) -> Page:
    """Open the draft, change some fields and press Submit."""
    values = client.get(EDIT).form(EDIT).values
    return client.post(SUBMISSIONS, values | named(fields), expect=expect, follow=follow)


def named(fields: dict[str, Any]) -> dict[str, Any]:
    """`changes_0_what` as the form calls it."""
    return {name.replace("_", "-", 2) if name.startswith("changes_") and name.count("_") > 1 else name: value
            for name, value in fields.items()}  # fmt: skip


def words_of(pdf: bytes) -> str:
    """The text as a reader would copy it, in one line."""
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())
