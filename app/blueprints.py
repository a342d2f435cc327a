"""Every feature's door, in one list."""

from flask import Blueprint, Flask

from app.accounts.routes import bp as accounts
from app.champions.routes import bp as champions
from app.home.routes import bp as home
from app.measures.routes import bp as measures
from app.milestones.routes import bp as milestones
from app.notices.routes import bp as notices
from app.pain_points.routes import bp as pain_points
from app.offices.routes import bp as offices
from app.plans.routes import bp as plans
from app.search.routes import bp as search

ALL: tuple[Blueprint, ...] = (
    home,
    accounts,
    offices,
    champions,
    notices,
    search,
    pain_points,
    plans,
    measures,
    milestones,
)


def register(app: Flask) -> None:
    for blueprint in ALL:
        app.register_blueprint(blueprint)
