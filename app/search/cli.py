"""`flask --app wsgi rebuild`: compute again what is kept beside the data."""

import click
from flask.cli import with_appcontext

from app.search import rebuild as word_index


@click.command()
@with_appcontext
def rebuild() -> None:
    """Make the word index again from the tables."""
    for kind, count in word_index.rebuild().items():
        print(f"{kind}: {count} read")
