"""Frames between the web process and its renderers: a JSON head and a body of bytes, both with their length
first.

Only reading and writing here; what a frame means is known to `pool` and `renderer`.
"""

import json
import os
import select
import struct
import time
from typing import Any

from app.core.pdf.errors import Broken, TooLarge, TooSlow

LENGTHS = struct.Struct(">II")
LARGEST = 64 * 1024 * 1024
Head = dict[str, Any]


def write(fd: int, head: Head, body: bytes = b"", *, deadline: float | None = None) -> None:
    """Write one frame. Raises TooLarge, TooSlow (monotonic deadline passed) or Broken (nobody reads)."""
    raw = json.dumps(head).encode()
    if len(body) > LARGEST:
        raise TooLarge(f"{len(body)} bytes in one document")
    view = memoryview(LENGTHS.pack(len(raw), len(body)) + raw + body)
    while view:
        _wait(fd, deadline, writing=True)
        try:
            view = view[os.write(fd, view[:65536]) :]
        except OSError as error:
            raise Broken("the renderer went away") from error


def read(fd: int, *, deadline: float | None = None) -> tuple[Head, bytes]:
    """Read one frame. Raises TooSlow (monotonic deadline passed), Broken (end of input) or TooLarge."""
    head_length, body_length = LENGTHS.unpack(_exactly(fd, LENGTHS.size, deadline))
    if max(head_length, body_length) > LARGEST:
        raise TooLarge(f"{body_length} bytes in one frame")
    head: Head = json.loads(_exactly(fd, head_length, deadline))
    return head, _exactly(fd, body_length, deadline)


def _exactly(fd: int, length: int, deadline: float | None) -> bytes:
    parts = bytearray()
    while len(parts) < length:
        _wait(fd, deadline, writing=False)
        piece = os.read(fd, min(1 << 20, length - len(parts)))
        if not piece:
            raise Broken("the renderer ended")
        parts += piece
    return bytes(parts)


def _wait(fd: int, deadline: float | None, *, writing: bool) -> None:
    if deadline is None:
        return
    poll = select.poll()
    poll.register(fd, select.POLLOUT if writing else select.POLLIN)
    left = deadline - time.monotonic()
    if left <= 0 or not poll.poll(left * 1000):
        raise TooSlow("the renderer took too long")
