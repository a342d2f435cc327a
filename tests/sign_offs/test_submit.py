"""Handing in asks whoever was not asked; the two pages say in a line who agrees, as on the day of the sheet."""

import subprocess
from datetime import timedelta

import time_machine

from app.core import storage
from app.plans.models import VersionState
from app.sign_offs.models import Word
from tests.sign_offs.conftest import Cast, ask, of, rewrite, say, take_back, told, version
from tests.support.client import AsPerson, Client

SUBMIT = "/plans/P-12/submissions"


def paper() -> str:
    content = storage.fetch(version().pdf_sha256 or "") or b""
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=content, capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def test_a_version_in_consultation_is_handed_in_with_its_words(cast: Cast, champion: Client) -> None:
    ask(cast)
    say(cast.web, Word.AGREE, cast.gerd)
    champion.post(SUBMIT, follow=False, expect=303)
    assert version().state is VersionState.SUBMITTED
    assert told(cast.marcus) == ["sign_off_asked"]
    assert "On 23 November 2026: Asked, no answer yet: Phone. Agree: Web." in paper()


def test_a_draft_that_is_handed_in_asks_its_owners_at_once(cast: Cast, champion: Client, as_person: AsPerson) -> None:
    ask(cast)
    say(cast.phone, Word.AGREE_IF, cast.marcus)
    take_back(cast)
    first = of(cast.web).id
    rewrite("title", "Another title")
    champion.post(SUBMIT, follow=False, expect=303)
    assert told(cast.gerd) == told(cast.marcus) == ["sign_off_asked"]
    assert of(cast.web).id == first
    assert "Agree if a condition is met: Phone." in paper()
    page = as_person(cast.program).get("/plans/P-12/versions/1")
    assert "Agrees if" in page.text
    assert "Silence is not consent" not in page.text


def test_silence_prints_as_silence(cast: Cast, clock: time_machine.Traveller, as_person: AsPerson) -> None:
    ask(cast)
    clock.shift(timedelta(days=15))
    as_person(cast.champion).post(SUBMIT, follow=False, expect=303)
    assert "No answer: Phone, Web." in paper()


def test_what_no_longer_fits_is_said_where_the_text_can_be_taken_back(cast: Cast, champion: Client) -> None:
    ask(cast)
    rewrite("risks", "A line of many words that takes its room on the page. " * 400)
    page = champion.post(SUBMIT)
    assert page.path == "/plans/P-12/sign-offs"
    assert "Too long by" in page.text
    assert version().state is VersionState.IN_CONSULTATION
