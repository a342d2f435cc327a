"""bin/bench: how fast the pages are beside two floors, on both databases. What came out: docs/PERFORMANCE.md.

Not collected by pytest.
"""
