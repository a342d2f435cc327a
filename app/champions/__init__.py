"""Cycles of twelve months, and the seats of champions and deputies in them."""
