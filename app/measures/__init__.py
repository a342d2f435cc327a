"""Measures, where their numbers come from, the observations, and how sure we are."""
