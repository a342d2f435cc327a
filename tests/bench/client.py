"""A small client: keep-alive connections, each in a thread, a bounded number of requests, every answer read whole."""

import http.client
import re
import statistics
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode


@dataclass
class Timing:
    """Seconds of each request, and of the whole of all rounds."""

    each: list[float] = field(default_factory=list)
    whole: float = 0.0

    @property
    def median(self) -> float:
        return statistics.median(self.each)

    @property
    def p95(self) -> float:
        return statistics.quantiles(self.each, n=20)[-1] if len(self.each) > 1 else self.each[0]

    @property
    def per_second(self) -> float:
        return len(self.each) / self.whole

    def add(self, other: "Timing") -> None:
        self.each += other.each
        self.whole += other.whole


class Browser:
    """One connection that stays open; with a cookie it is signed in."""

    def __init__(self, port: int, cookie: str = "") -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self.headers = {"Cookie": cookie} if cookie else {}

    def get(self, path: str) -> bytes:
        """The body. Raises AssertionError for anything but 200."""
        status, body = self.ask("GET", path)
        assert status == 200, (path, status)
        return body

    def ask(self, method: str, path: str, body: str | None = None) -> tuple[int, bytes]:
        more = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        try:
            self.connection.request(method, path, body, self.headers | more)
            answer = self.connection.getresponse()
        except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
            self.connection.close()  # the server's keep-alive ran out while we measured something else
            self.connection.request(method, path, body, self.headers | more)
            answer = self.connection.getresponse()
        for value in answer.headers.get_all("Set-Cookie") or []:
            kept = dict(part.split("=", 1) for part in self.headers.get("Cookie", "").split("; ") if part)
            name, _, content = value.split(";")[0].partition("=")
            self.headers["Cookie"] = "; ".join(f"{k}={v}" for k, v in (kept | {name: content}).items())
        return answer.status, answer.read()


def sign_in(port: int, who: str, password: str) -> str:
    """The cookie of a new session."""
    browser = Browser(port)
    found = re.search(rb'name="csrf_token"[^>]*value="([^"]+)"', browser.get("/sign-in"))
    assert found
    form = {"email": f"{who}@demo.example", "password": password, "csrf_token": found[1].decode()}
    status, _ = browser.ask("POST", "/sign-in", urlencode(form))
    assert status == 303, status
    return browser.headers["Cookie"]


def measure(port: int, path: str, cookie: str = "", *, clients: int = 1, count: int = 20, warm: int = 1) -> Timing:
    """`count` requests in all, shared by the clients, after `warm` of each that are not counted. An error of one
    client is raised here.
    """
    timing, failed = Timing(), []
    browsers = [Browser(port, cookie) for _ in range(clients)]
    for browser in browsers * warm:
        browser.get(path)

    def visit(browser: Browser) -> None:
        try:
            for _ in range(count // clients):
                started = time.perf_counter()
                browser.get(path)
                timing.each.append(time.perf_counter() - started)
        except Exception as error:  # noqa: BLE001  # raised again by the caller
            failed.append(error)

    timing.whole = together([lambda b=browser: visit(b) for browser in browsers])  # type: ignore[misc]
    for browser in browsers:
        browser.connection.close()
    if failed:
        raise failed[0]
    return timing


def while_others(work: Callable[[], object], others: int, during: Callable[[], Timing]) -> Timing:
    """What `during` measures while so many threads do `work` over and over."""
    over = threading.Event()

    def repeat() -> None:
        while not over.is_set():
            work()

    threads = [threading.Thread(target=repeat) for _ in range(others)]
    for thread in threads:
        thread.start()
    time.sleep(2)
    try:
        return during()
    finally:
        over.set()
        for thread in threads:
            thread.join()


def together(tasks: list[Callable[[], None]]) -> float:
    threads = [threading.Thread(target=task) for task in tasks]
    started = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - started
