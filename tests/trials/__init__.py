"""Tests of small tests."""
