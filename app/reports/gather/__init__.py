"""Gathering: pure reads that put a report's facts together. Nothing here writes, and nothing speaks a language."""

from app.reports.gather.whole import gather

__all__ = ["gather"]
