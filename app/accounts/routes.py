"""Signing in and out, and one's own account."""

from flask import Blueprint

from app.web import access

bp = Blueprint("accounts", __name__)


@bp.get("/sign-in")
@access.public
def new_session() -> str:
    return ""
