"""The dated log of what was promised and reached."""
