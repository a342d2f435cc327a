"""How gunicorn serves the app: a process per core, threads in each. `gunicorn -c bin/gunicorn.conf.py wsgi:app`.

There is no access log: nothing may say who opened the page for anonymous reports.
"""

import os
import signal
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # gunicorn itself looks there later

from config import Settings, SettingsError

try:
    settings = Settings.from_environ(os.environ)
except SettingsError as error:
    sys.exit(f"groundwork: {error}")

bind = f"[{settings.host}]:{settings.port}"  # brackets, so that an address of IPv6 can stand there too
worker_class = "gthread"
workers = settings.web_processes
threads = settings.web_threads
preload_app = True  # imported once, shared by all processes
timeout = 60
graceful_timeout = 5
keepalive = 5
limit_request_line = 8190
loglevel = "warning"
accesslog = None
control_socket_disable = True  # nothing here talks to it
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # a slow disk is no dead worker


def when_ready(_server: Any) -> None:
    """Listening: say what the first steps left to say, where to look and as whom to sign in. bin/run waits for it."""
    welcome = settings.instance / "welcome"
    if welcome.is_file():
        print(welcome.read_text("utf-8"), end="", flush=True)
        welcome.unlink()


def post_worker_init(_worker: Any) -> None:
    """A Ctrl-C reaches every process of a terminal; the master then ends this one, and told twice it would hang."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
