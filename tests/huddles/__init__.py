"""Tests of huddles."""
