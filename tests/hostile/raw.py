"""Requests as bytes on the wire: each in a context of its own, so that nothing of the test's leaks into them."""

from contextvars import Context
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse


def send(browser: FlaskClient, path: str, method: str = "GET", **more: Any) -> TestResponse:
    """One request with this browser's cookies; redirects are not followed."""
    answer: TestResponse = Context().run(browser.open, path, method=method, buffered=True, **more)
    return answer


def send_bare(app: Flask, path: str, method: str = "GET", **more: Any) -> TestResponse:
    """One request without any cookie but those in its headers."""
    return send(app.test_client(use_cookies=False), path, method, **more)
