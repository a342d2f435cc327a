"""Every feature's door, in one list."""

from flask import Blueprint, Flask

from app.accounts.routes import bp as accounts
from app.home.routes import bp as home
from app.notices.routes import bp as notices
from app.plans.routes import bp as plans

ALL: tuple[Blueprint, ...] = (
    home,
    accounts,
    notices,
    plans,
)


def register(app: Flask) -> None:
    for blueprint in ALL:
        app.register_blueprint(blueprint)
