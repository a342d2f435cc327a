"""Memory of processes, as Linux tells it."""

from pathlib import Path

MEBIBYTE = 1024


def family(pid: int) -> list[int]:
    """A process and its children."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(one for child in children for one in family(int(child)))]


def resident(pid: int) -> tuple[float, float]:
    """MB: all that is resident, and the part that counts for it when what is shared is shared out."""
    rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    found = {row.split(":")[0]: int(row.split()[1]) for row in rows[1:]}
    return found["Rss"] / MEBIBYTE, found["Pss"] / MEBIBYTE
