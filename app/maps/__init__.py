"""Process maps: as-is, to-be and observed, step by step, and what their waits say."""
