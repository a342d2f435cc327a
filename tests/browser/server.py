"""The real server of a run: gunicorn with built static files on a free port, in a process of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

from app.web import static_files
from config import ROOT, Settings

PATIENCE = 60


@contextmanager
def serving(settings: Settings) -> Iterator[str]:
    """Its address, once it answers; it is stopped at the end whatever happens."""
    static_files.build_into(settings.instance / "static")
    port = _free_port()
    environ = {
        **os.environ, "SECRET_KEY": settings.secret_key, "DATABASE_URL": settings.database_url,
        "INSTANCE_DIR": str(settings.instance), "AGENCY_NAME": settings.agency_name, "HOST": "127.0.0.1",
        "PORT": str(port), "WEB_CONCURRENCY": "1", "TMPDIR": str(settings.instance),
    }  # fmt: skip
    command = [sys.executable, "-m", "gunicorn", "-c", "bin/gunicorn.conf.py", "wsgi:app"]
    with subprocess.Popen(command, env=environ, cwd=ROOT, start_new_session=True) as server:
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(f"{address}/healthz", server)
            yield address
        finally:
            with suppress(ProcessLookupError):
                os.killpg(server.pid, signal.SIGTERM)


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(url: str, server: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        with suppress(urllib.error.URLError, ConnectionError, TimeoutError), urllib.request.urlopen(url, timeout=5):
            return
        time.sleep(0.05)
    raise AssertionError(f"the server does not answer at {url}")
