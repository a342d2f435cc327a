"""The session's cookie: its signature is checked once a minute, not at each of the requests that a page is made of.

What is kept is what the signature vouched for. Whether the session still runs is asked each time (accounts/who),
so that a cookie may live a minute longer than it says.
"""

from time import monotonic

from flask import Flask, Request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface

SECONDS = 60.0
MOST = 1000
"""Cookies that are remembered; then all are forgotten."""


class CheckedOnce(SecureCookieSessionInterface):
    """Flask's own way, which remembers the cookies it has just found to be ours."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[float, dict[str, str | bool]]] = {}

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        sent = request.cookies.get(self.get_cookie_name(app), "")
        kept = self._found.get(sent)
        if kept and kept[0] > monotonic():
            return self.session_class(kept[1])
        session = super().open_session(app, request)
        if session and all(isinstance(value, str | bool) for value in session.values()):  # nothing that can be changed
            self._keep(sent, dict(session))
        return session

    def _keep(self, sent: str, held: dict[str, str | bool]) -> None:
        if len(self._found) >= MOST:
            self._found.clear()
        self._found[sent] = (monotonic() + SECONDS, held)
