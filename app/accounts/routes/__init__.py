"""Signing in and out, one's own account, and the administration of people, roles and channel owners."""

from app.accounts.routes import account, grants, links, owners, people, people_access, sign_in
from app.accounts.routes.blueprint import bp

__all__ = ["account", "bp", "grants", "links", "owners", "people", "people_access", "sign_in"]
