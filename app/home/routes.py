"""The first page, health, and the pages that explain the house."""

from flask import Blueprint, Response
from sqlalchemy import text

from app.extensions import db
from app.web import access

bp = Blueprint("home", __name__)


@bp.get("/healthz")
@access.public
def health() -> Response:
    """The process answers."""
    return Response("ok\n", mimetype="text/plain")


@bp.get("/readyz")
@access.public
def readiness() -> Response:
    """The database answers and has been migrated."""
    db.session.execute(text("SELECT version_num FROM alembic_version"))
    return Response("ready\n", mimetype="text/plain")
