"""The renderer process, started by `pool`. Reads documents from stdin, writes PDFs to stdout.

One document at a time: WeasyPrint is not thread-safe. Fonts and sheets are read once. It ends with its
parent, when
idle for long, or when told to. Never imported by the web process.
"""

import gc
import hashlib
import logging
import os
import resource
import select
import signal
import threading
import time
import uuid
from functools import cache
from typing import Any

import weasyprint
from weasyprint.pdf import metadata
from weasyprint.text.fonts import FontConfiguration

from app.core.pdf import boxes, frames
from app.core.pdf.errors import Broken
from app.core.pdf.fetcher import OwnAssets
from app.core.pdf.fonts import font_faces
from app.core.pdf.model import to_wire

IDLE_SECONDS = 900.0
FETCHER = OwnAssets()
FONTS = FontConfiguration()


def main() -> None:
    os.nice(19)
    memory = int(os.environ["PDF_MEMORY_BYTES"])
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    threading.Thread(target=_end_with_parent, args=(os.getppid(),), daemon=True).start()
    _spare_collecting()
    answers = os.dup(1)
    os.dup2(2, 1)  # whatever a library prints must not land between two frames
    while _is_asked():
        try:
            head, body = frames.read(0)
        except Broken:
            return
        signal.setitimer(signal.ITIMER_PROF, head["seconds"])  # its own time, not that of a busy machine
        answer = _answer(head, body.decode())
        signal.setitimer(signal.ITIMER_PROF, 0)
        frames.write(answers, *answer)


def _spare_collecting() -> None:
    """Laying out makes very many small objects that all live until the end: looking through them again and again took
    a tenth of the time."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def _is_asked() -> bool:
    return bool(select.select([0], [], [], IDLE_SECONDS)[0])


def _answer(head: dict[str, Any], html: str) -> tuple[dict[str, Any], bytes]:
    try:
        return _print(head, html)
    except MemoryError:
        return {"error": "too large"}, b""
    except Exception as error:  # noqa: BLE001  # one document must not end the process; its words stay out of the log
        return {"error": f"{type(error).__name__} at {_place(error)}"}, b""


def _print(head: dict[str, Any], html: str) -> tuple[dict[str, Any], bytes]:
    document = weasyprint.HTML(string=html, base_url="app:", url_fetcher=FETCHER).render(
        font_config=FONTS, stylesheets=_sheets(tuple(head["css"])), pdf_variant=head["variant"]
    )
    layout = to_wire(boxes.layout_of(document, head["limit_pages"]))
    if not head["write"]:
        return {"layout": layout}, b""
    digest = hashlib.sha256(html.encode()).digest()
    metadata.uuid4 = lambda: uuid.UUID(bytes=digest[:16], version=4)  # the same content gives the same bytes
    pdf = document.write_pdf(pdf_variant=head["variant"], pdf_identifier=digest[:16].hex().encode())
    return {"layout": layout}, pdf


@cache
def _sheets(names: tuple[str, ...]) -> list[Any]:
    faces = weasyprint.CSS(string=font_faces(), font_config=FONTS, url_fetcher=FETCHER, base_url="app:")
    return [faces, *(weasyprint.CSS(url=f"app:{name}", font_config=FONTS, url_fetcher=FETCHER) for name in names)]


def _place(error: BaseException) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}" if trace else "?"


def _end_with_parent(parent: int) -> None:
    """Leave within a second after the web process is gone, also in the middle of a document."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(0)
