"""Passwords are hashed quickly in tests: what is slow on purpose would be most of the time of every sign-in.

The real settings are proved in tests/accounts/test_passwords.py, which asks for `real`.
"""

import pytest
from argon2 import PasswordHasher

from app.accounts import passwords

_REAL = (passwords._HASHER, passwords.NOBODYS_HASH)  # noqa: SLF001  # no setting may weaken it, so it is replaced
_QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def hash_quickly() -> None:
    """From now on, in this process."""
    passwords._HASHER, passwords.NOBODYS_HASH = _QUICK, _QUICK.hash("nobody knows")  # noqa: SLF001


def real(patch: pytest.MonkeyPatch) -> None:
    """As an agency runs it, until the patch is undone."""
    patch.setattr(passwords, "_HASHER", _REAL[0])
    patch.setattr(passwords, "NOBODYS_HASH", _REAL[1])
