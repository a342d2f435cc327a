"""Renderers hang, die and are overrun; the web process goes on."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.pdf.errors import Broken, Busy, TooLarge, TooSlow
from app.core.pdf.frames import Head
from app.core.pdf.pool import ALONE, MEBIBYTE, ROOT, Limits, Pool
from app.core.pdf.slots import slot

HEAD: Head = {"css": [], "variant": "pdf/ua-1", "limit_pages": 2, "write": True}
SMALL = b'<html lang="en"><title>x</title><p>word</p></html>'
SLOW = b'<html lang="en"><title>x</title><body>' + b"<p>many words in a long document</p>" * 40_000


def made(folder: Path) -> Pool:
    return Pool(Limits(workers=1, waiting=1, wait_seconds=20, seconds=20, lock_folder=folder))


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Pool]:
    pool = made(tmp_path)
    yield pool
    pool.close()


@pytest.fixture(scope="module")
def running_pool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pool]:
    """For what a renderer outlives: starting one takes longer than printing."""
    pool = made(tmp_path_factory.mktemp("pool"))
    yield pool
    pool.close()


def children() -> list[int]:
    found = subprocess.run(["pgrep", "-P", str(os.getpid())], capture_output=True, text=True, check=False)
    return [int(line) for line in found.stdout.split()]


def renderer_of(pool: Pool) -> int:
    return pool.idle[0].process.pid


def test_a_renderer_is_started_once_and_kept(running_pool: Pool) -> None:
    running_pool.ask(HEAD, SMALL)
    first = renderer_of(running_pool)
    running_pool.ask(HEAD, SMALL)
    assert renderer_of(running_pool) == first


def test_a_renderer_is_nice(running_pool: Pool) -> None:
    running_pool.ask(HEAD, SMALL)
    assert os.getpriority(os.PRIO_PROCESS, renderer_of(running_pool)) == 19


def test_a_renderer_gets_no_secret(running_pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "very secret")
    running_pool.ask(HEAD, SMALL)
    assert b"very secret" not in Path(f"/proc/{renderer_of(running_pool)}/environ").read_bytes()


def test_a_document_that_takes_too_long_is_ended_and_the_next_is_printed(pool: Pool) -> None:
    pool.ask(HEAD, SMALL)
    hung = renderer_of(pool)
    with pytest.raises(TooSlow):
        pool.ask(HEAD, SLOW, seconds=0.5)
    assert hung not in children()
    assert pool.ask(HEAD, SMALL)[1].startswith(b"%PDF")


def test_a_renderer_killed_while_idle_is_replaced(pool: Pool) -> None:
    pool.ask(HEAD, SMALL)
    os.kill(renderer_of(pool), signal.SIGKILL)
    assert pool.ask(HEAD, SMALL)[1].startswith(b"%PDF")


def test_a_renderer_killed_in_the_middle_of_a_document_is_replaced_and_the_document_printed(pool: Pool) -> None:
    pool.ask(HEAD, SMALL)
    victim = renderer_of(pool)
    killer = threading.Timer(0.2, os.kill, (victim, signal.SIGKILL))
    killer.start()
    long = b'<html lang="en"><title>x</title><body>' + b"<p>many words</p>" * 800
    assert pool.ask(HEAD, long, seconds=60)[1].startswith(b"%PDF")
    killer.join()
    assert renderer_of(pool) != victim


def test_a_document_too_big_for_its_memory_says_so(tmp_path: Path) -> None:
    pool = Pool(Limits(workers=1, memory=420 * MEBIBYTE, lock_folder=tmp_path, seconds=60))
    pool.ask(HEAD, SMALL)
    with pytest.raises((TooLarge, Broken)):
        pool.ask(HEAD, b'<html lang="en"><title>x</title><body>' + b"many words " * 2_000_000)
    pool.close()


def test_what_cannot_be_read_is_refused_and_not_tried_again(pool: Pool) -> None:
    with pytest.raises(Broken, match="Error"):
        pool.ask({**HEAD, "variant": "no such"}, SMALL)


def test_too_many_waiting_are_turned_away_at_once(pool: Pool) -> None:
    pool.asking = 2
    started = time.monotonic()
    with pytest.raises(Busy):
        pool.ask(HEAD, SMALL)
    assert time.monotonic() - started < 0.2


def test_slots_are_shared_by_all_processes_and_freed_when_one_is_killed(tmp_path: Path) -> None:
    program = (
        f"{ALONE}import time;from pathlib import Path;from app.core.pdf.slots import slot\n"
        f"with slot(Path({str(tmp_path)!r}), 1, time.monotonic() + 5):\n  print('held', flush=True); time.sleep(60)"
    )
    holder = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    with pytest.raises(Busy), slot(tmp_path, 1, time.monotonic() + 0.1):
        pass
    holder.kill()
    holder.communicate()
    with slot(tmp_path, 1, time.monotonic() + 1):
        pass


def test_a_renderer_ends_with_its_parent(tmp_path: Path) -> None:
    program = (
        f"{ALONE}import os;from pathlib import Path;from app.core.pdf.pool import Limits, Pool\n"
        f"pool = Pool(Limits(lock_folder=Path({str(tmp_path)!r})))\n"
        f"pool.ask({HEAD!r}, {SMALL!r})\n"
        "print(pool.idle[0].process.pid, flush=True); os.kill(os.getpid(), 9)"
    )
    parent = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False)
    orphan = int(parent.stdout)
    deadline = time.monotonic() + 5
    while Path(f"/proc/{orphan}/stat").exists() and " Z " not in Path(f"/proc/{orphan}/stat").read_text():
        assert time.monotonic() < deadline, "the renderer outlived its parent"
        time.sleep(0.05)


@pytest.mark.parametrize(
    "text",
    [
        "A" * 8_000,
        "\u202e" * 5_000 + "right to left",
        "ก็็็็็็็็็็็็็็็็็็็็" * 200,
        "e" + "\u0301" * 3_000,
        "[" * 3_000 + "x" + "](y)" * 3_000,
        "👩‍👩‍👧‍👦" * 500,
        "\u200b" * 5_000,
    ],
    ids=["one long word", "bidi overrides", "stacked marks", "zalgo", "brackets", "joined emoji", "no-width spaces"],
)
def test_hostile_text_is_printed_or_refused_but_never_hangs(running_pool: Pool, text: str) -> None:
    html = f'<html lang="en"><title>x</title><style>p{{overflow-wrap:anywhere}}</style><p>{text}</p>'
    started = time.monotonic()
    try:
        assert running_pool.ask(HEAD, html.encode())[1].startswith(b"%PDF")
    except (TooSlow, TooLarge):
        assert time.monotonic() - started < 25
    assert running_pool.ask(HEAD, SMALL)[1].startswith(b"%PDF")
