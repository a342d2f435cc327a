"""Each engine's own tests run on its own database only."""

from tests.support import databases

collect_ignore = ["test_engine.py" if databases.kind() == "sqlite" else "test_leases.py"]
