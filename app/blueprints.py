"""Every feature's door, in one list."""

from flask import Blueprint, Flask

from app.accounts.routes import bp as accounts
from app.home.routes import bp as home
from app.notices.routes import bp as notices

ALL: tuple[Blueprint, ...] = (
    home,
    accounts,
    notices,
)


def register(app: Flask) -> None:
    for blueprint in ALL:
        app.register_blueprint(blueprint)
