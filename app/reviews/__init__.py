"""Reviews: remarks on the sections of a version, answers to them, and what changed between two versions."""
