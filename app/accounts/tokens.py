"""Tokens of sessions and links: long and random, so a plain SHA-256 keeps them. Only the hash is ever stored."""

import hashlib
import secrets


def new() -> str:
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
