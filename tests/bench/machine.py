"""What the figures were measured on, in words."""

import os
import platform
from datetime import UTC, datetime
from pathlib import Path


def words() -> str:
    """Date, processor, cores, memory and how busy the machine was with other things."""
    rows = [row.partition(":") for row in Path("/proc/cpuinfo").read_text().splitlines()]
    processor = next((value.strip() for name, _, value in rows if name.strip() == "model name"), platform.machine())
    memory = int(Path("/proc/meminfo").read_text().split()[1]) / 1024 / 1024
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    return (
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC; {processor}, {os.cpu_count()} cores, "
        f"{memory:.0f} GB; Python {platform.python_version()}; load before: {load}. Client and servers share the cores."
    )
