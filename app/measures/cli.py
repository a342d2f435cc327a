"""`flask --app wsgi measures rebuild`: compute anew what is stored with measures."""

import click
from flask.cli import with_appcontext

from app.core.database import transaction
from app.measures import actions


@click.command("rebuild")
@with_appcontext
def rebuild_command() -> None:
    """Compute latest numbers, freshness, signals and grades of all measures anew."""
    with transaction():
        changed = actions.rebuild()
    click.echo(f"measures: {changed} held something else")
