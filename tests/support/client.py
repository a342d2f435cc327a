"""A browser without script: follows redirects, sends whole forms with their token, and inspects every page it fetches.

    page = client.get("/plans")
    page = client.submit("/plans/P-1/edit", {"title": "..."})      fills the form that stands there, follows the 303
    page = client.post("/plans/P-1/submissions", expect=403)       past the buttons, with a good token
"""

import secrets
from collections.abc import Callable
from contextvars import Context
from typing import Any, NamedTuple
from urllib.parse import urljoin

from flask import Flask
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from werkzeug.test import TestResponse

from app.accounts.models import Person, SignInSession
from app.accounts.sessions import hash_of
from app.core import clock
from app.extensions import db
from app.web import whose
from tests.support.inspection import inspect
from tests.support.pages import Page

Fields = dict[str, Any]
BROWSER = {"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"}
MOST_REDIRECTS = 5
REDIRECTS = (301, 302, 303, 307, 308)


class Opened(NamedTuple):
    """A session that runs, and what its browser has to know of it."""

    id: int
    person_id: int
    token: str
    mark: str


def open_session(person_id: int) -> Opened:
    """The row that the form would make, in the app's database."""
    token, now = secrets.token_urlsafe(32), clock.now()
    row = SignInSession(person_id=person_id, token_hash=hash_of(token), started_at=now, seen_at=now)
    db.session.add(row)
    db.session.commit()
    return Opened(row.id, person_id, token, whose.mark(person_id))


class Client:
    """One browser with its cookies. `last` is the page it shows."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.browser: FlaskClient = app.test_client()
        self.is_signed_in = False
        self.last: Page | None = None

    @property
    def shown(self) -> Page:
        """The page that the browser shows. Fails before the first one."""
        assert self.last is not None, "no page was opened"
        return self.last

    def get(self, path: str, *, expect: int = 200, headers: dict[str, str] | None = None, follow: bool = True) -> Page:
        """Fetch a page; redirects are followed. `expect` is the status in the end."""
        return self._finish(self._send("GET", path, headers=headers), expect, follow)

    def post(
        self, path: str, data: Fields | None = None, *, expect: int = 200, csrf: bool = True,
        headers: dict[str, str] | None = None, follow: bool = True,
    ) -> Page:  # fmt: skip
        """Send fields to an address without looking at a page first. `expect` is the status after the redirect."""
        fields = ({"csrf_token": self.csrf_token()} if csrf else {}) | (data or {})
        return self._finish(self._send("POST", path, data=fields, headers=BROWSER | (headers or {})), expect, follow)

    def submit(
        self, path: str, data: Fields | None = None, *, to: str | None = None, press: str | None = None,
        expect: int = 200, follow: bool = True,
    ) -> Page:  # fmt: skip
        """Open a page, fill in its form (the one for address `to`, else the one with these fields) and send it.

        What already stands in the form is sent along, as a browser does. `press` is the name=value of a button.
        """
        page = self.get(path)
        wanted = data or {}
        form = page.form(to, set(wanted))
        unknown = set(wanted) - form.names
        assert not unknown, f"{path}: {form.action} has no field {sorted(unknown)}; it has {sorted(form.names)}"
        pressed = dict([press.split("=", 1)]) if press else {}
        action = urljoin(page.path, form.action if to is None or form.action.split("?")[0] == to else to)
        answer = self._send("POST", action, data=form.values | wanted | pressed, headers=BROWSER)
        return self._finish(answer, expect, follow)

    def ask(self, method: str, path: str, data: Fields | None = None) -> Page:
        """One request with a good token, whatever comes back; a page is inspected all the same."""
        fields = {"csrf_token": self.csrf_token()} | (data or {}) if method == "POST" else None
        page = Page(self._send(method, path, data=fields, headers=BROWSER if method == "POST" else None))
        return self._inspected(page)

    def csrf_token(self) -> str:
        """A good token for this browser's session, as the page would carry it."""
        with self.browser.session_transaction() as session:
            raw = session.setdefault("csrf_token", secrets.token_hex(20))
        signed = URLSafeTimedSerializer(str(self.app.secret_key), salt="wtf-csrf-token").dumps(raw)
        return signed if isinstance(signed, str) else signed.decode()

    def sign_in(self, person_id: int) -> None:
        """Sign in without the form: the session row and the cookie that the form would make."""
        self.hold(Context().run(self._open_session, person_id))
        db.session.rollback()  # what the test had read is old now; SQLite would refuse to write after it

    def hold(self, opened: Opened) -> None:
        """Take the cookie of a session that runs."""
        with self.browser.session_transaction() as session:
            session.update({"token": opened.token, "_user_id": str(opened.person_id), "_fresh": True})
            session["csrf_token"] = opened.mark
            session.permanent = True
        self.is_signed_in = True

    def _open_session(self, person_id: int) -> Opened:
        with self.app.app_context():
            return open_session(person_id)

    def _send(self, method: str, path: str, **more: Any) -> TestResponse:
        """One request in a context of its own, as on a server: nothing is shared with the test's session."""
        answer: TestResponse = Context().run(self.browser.open, path, method=method, buffered=True, **more)
        db.session.rollback()
        db.session.expire_all()  # what the test looks at next is read again
        return answer

    def _finish(self, answer: TestResponse, expect: int, follow: bool) -> Page:
        for _ in range(MOST_REDIRECTS if follow else 0):
            if answer.status_code not in REDIRECTS:
                break
            here = answer.request.path
            answer = self._send("GET", urljoin(here, answer.headers["Location"]).removeprefix("http://localhost"))
        page = Page(answer)
        assert page.status == expect, f"{page.path}: {page.status} instead of {expect}\n{_gist(page)}"
        return self._inspected(page)

    def _inspected(self, page: Page) -> Page:
        if page.is_html and page.body and page.status not in REDIRECTS:
            inspect(page)
        self.last = page
        return page


def signed_in(app: Flask, person: Person) -> Client:
    """A browser of its own for this person."""
    client = Client(app)
    client.sign_in(person.id)
    return client


def _gist(page: Page) -> str:
    return page.text[:1500] if page.is_html else page.html[:500]


AsPerson = Callable[[Person], Client]
"""The fixture `as_person`: a person's own browser."""
