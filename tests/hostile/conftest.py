"""The world's database for attacks: every role has a person, every kind a thing."""

from tests.guards.conftest import stage

__all__ = ["stage"]
