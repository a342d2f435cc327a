"""Tests of changes that spread."""
