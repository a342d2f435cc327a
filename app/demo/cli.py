"""`flask --app wsgi demo load`: a made-up agency to try things with."""

import secrets
from datetime import datetime

import click
from flask import current_app
from flask.cli import AppGroup

from app.accounts import passwords
from app.core import clock
from app.core.database import transaction

demo = AppGroup("demo", help="A made-up agency to try things with.")

LEAST_OFFICES, MOST_OFFICES = 21, 5000
"""The offices that stories are told of are always there."""


@demo.command("load")
@click.option("--offices", type=click.IntRange(LEAST_OFFICES, MOST_OFFICES), default=40, show_default=True)
@click.option("--pain-points", type=click.IntRange(0, 1_000_000), default=400, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed gives the same rows.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day it is told from; else this day.")
def load(offices: int, pain_points: int, seed: int, today: datetime | None) -> None:
    """Fill an empty database with people, plans, reports and numbers. Refuses one that holds real people."""
    settings = current_app.config["SETTINGS"]
    if settings.is_production:
        raise click.ClickException("the demo's people share a password: it is not for production.")
    from app.demo import loading  # its stories are loaded for this, not with every server
    from app.demo.texts.names import TRIED

    _refuse_people()
    password = settings.demo_password or secrets.token_urlsafe(9)
    loading.load(
        offices=offices,
        pain_points=pain_points,
        seed=seed,
        today=today.date() if today else clock.today(),
        password_hash=passwords.hash_of(password),
        agency_name=settings.agency_name,
        say=lambda words: print(f"demo: {words}", flush=True),
    )
    print("Sign in as " + ", ".join(f"{key}@demo.example" for key in TRIED))
    if not settings.demo_password:
        print(f"The password of all of them: {password}")


def _refuse_people() -> None:
    """Said before anything takes time; asked again inside the transaction that fills."""
    from app.demo import loading

    try:
        with transaction():
            loading.refuse_people()
    except loading.Refused as refused:
        raise click.ClickException(str(refused)) from refused
