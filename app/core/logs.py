"""Logs as structured lines (JSON) without personal data: no names, addresses, texts, tokens or query strings.

What other libraries say is told without the values they put into it: the web server quotes addresses and requests.
"""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime

OURS = "groundwork"
UNREADABLE = "Invalid request"  # the web server's own line about it holds the address and what was sent
ALLOWED = ("reference", "endpoint", "job", "status", "ms", "pid", "tries")


class _Lines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage() if record.name == OURS else _said_by_others(record),
        }
        line.update({name: getattr(record, name) for name in ALLOWED if hasattr(record, name)})
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["trace"] = _places(record)
        return json.dumps(line, ensure_ascii=False)


def _said_by_others(record: logging.LogRecord) -> str:
    """The message with its numbers, which name processes and signals; any other value may be a person's."""
    words = str(record.msg)
    if words.startswith(UNREADABLE):
        return UNREADABLE
    values = record.args if isinstance(record.args, tuple) else ()
    try:
        return words % tuple(value if isinstance(value, int) else "…" for value in values) if values else words
    except (TypeError, ValueError):
        return words


def _places(record: logging.LogRecord) -> list[str]:
    """Where it happened, without the values that an error's own message may quote from people's texts."""
    trace = record.exc_info[2] if record.exc_info else None
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)[-12:]]


def init(*, debug: bool) -> None:
    """Send everything to standard error, one JSON line each, also what other libraries warn of; safe to repeat."""
    log, root = logging.getLogger(OURS), logging.getLogger()
    for logger in (log, root):
        if not any(isinstance(handler.formatter, _Lines) for handler in logger.handlers):
            handler = logging.StreamHandler(sys.stderr)
            handler.setFormatter(_Lines())
            logger.addHandler(handler)
    log.propagate = False
    log.setLevel(logging.DEBUG if debug else logging.INFO)
    for server in logging.getLogger("gunicorn.error").handlers:  # it does not pass on to the root
        server.setFormatter(_Lines())
