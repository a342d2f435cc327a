"""How gunicorn serves the app: a process per core, threads in each. `gunicorn -c bin/gunicorn.conf.py wsgi:app`.

HOST, PORT, WEB_CONCURRENCY (processes) and WEB_THREADS come from the environment. There is no access log: nothing may
say who opened the page for anonymous reports.
"""

import os
import signal
from pathlib import Path
from typing import Any

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY") or os.cpu_count() or 2)
threads = int(os.environ.get("WEB_THREADS") or 8)
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
    welcome = Path(os.environ.get("INSTANCE_DIR", "instance")) / "welcome"
    if welcome.is_file():
        print(welcome.read_text("utf-8"), end="", flush=True)
        welcome.unlink()


def post_worker_init(_worker: Any) -> None:
    """A Ctrl-C reaches every process of a terminal; the master then ends this one, and told twice it would hang."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
