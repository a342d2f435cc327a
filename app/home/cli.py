"""`flask --app wsgi rebuild`: compute again all that is kept beside the data. Safe at any time, safe to repeat."""

import click
from flask.cli import with_appcontext

from app.core.database import transaction
from app.measures import actions as measures
from app.pain_points.actions.rebuild import rebuild as pain_points
from app.search.rebuild import rebuild as words


@click.command("rebuild")
@with_appcontext
def rebuild() -> None:
    """Compute again: sums of reports, grades and signals of measures, the word index."""
    with transaction():
        changed = pain_points()
    click.echo(f"reports: {changed} changed")
    with transaction():
        changed = measures.rebuild()
    click.echo(f"measures: {changed} changed")
    for kind, count in words().items():
        click.echo(f"words of {kind}: {count} indexed")
