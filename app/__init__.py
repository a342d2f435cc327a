"""Groundwork: champions' two-page plans, answers to the frontline, measured change, decisions on evidence.

create_app only: extensions, blueprints, hooks, commands.
"""

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from app import blueprints, commands, handlers, models
from app.accounts import sessions
from app.core import database, logs
from app.extensions import babel, csrf, db, login_manager
from app.home import local, navigation
from app.web import (
    access,
    addresses,
    compressed,
    cookies,
    drawn,
    errors,
    language,
    security,
    static_files,
    templating,
    texts,
    writes,
)
from config import ROOT, Settings

PARTS = (
    compressed,  # what comes first sees the answer last
    addresses, security, access, errors, templating, drawn, static_files, sessions, local, navigation, writes,
)  # fmt: skip


def create_app(settings: Settings) -> Flask:
    """One application, made only from its settings."""
    app = Flask(__name__, template_folder=str(ROOT / "templates"), static_folder=str(ROOT / "static"))
    app.config.from_mapping(_flask_config(settings))
    app.session_interface = cookies.CheckedOnce()
    logs.init(debug=settings.debug)
    app.extensions["groundwork"] = (models.ALL, handlers.ALL)  # imported for what they register
    _init_extensions(app)
    for part in PARTS:
        part.init_app(app)
    app.after_request(language.remember)
    blueprints.register(app)
    commands.register(app)
    if settings.proxy_hops:
        hops = settings.proxy_hops
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    return app


def _init_extensions(app: Flask) -> None:
    db.init_app(app)
    login_manager.init_app(app)
    csrf.init_app(app)
    babel.init_app(app, locale_selector=language.choose, default_translation_directories=str(ROOT / "app/translations"))
    texts.init_app(app)


def _flask_config(settings: Settings) -> dict[str, object]:
    return {
        "SETTINGS": settings,
        "SECRET_KEY": settings.secret_key,
        "SQLALCHEMY_DATABASE_URI": settings.database_url,
        "SQLALCHEMY_ENGINE_OPTIONS": database.ENGINES["postgresql" if settings.is_postgresql else "sqlite"],
        "AGENCY_NAME": settings.agency_name,
        "LANGUAGES": settings.languages,
        "SESSION_COOKIE_NAME": "groundwork",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": settings.is_production,
        "SESSION_REFRESH_EACH_REQUEST": False,  # set at sign-in only; an anonymous report is answered without any
        "WTF_CSRF_TIME_LIMIT": None,  # a form left open overnight still sends; the token dies with the session
        "WTF_CSRF_SSL_STRICT": False,  # Referer may be stripped; the token and SameSite are the guard
        "MAX_CONTENT_LENGTH": 8 * 1024 * 1024,
        "MAX_FORM_MEMORY_SIZE": 4 * 1024 * 1024,
        "MAX_FORM_PARTS": 2000,
        "BABEL_DEFAULT_LOCALE": "en",
    }
