"""Commands for those who answer for the data: check the chain, redact a text, apply retention."""

import sys
from collections.abc import Callable

import click
from flask import current_app
from flask.cli import with_appcontext
from flask_babel import force_locale, gettext
from sqlalchemy import select

from app.accounts.models import Person
from app.audit import forgetting, redaction, retention
from app.core import clock, events
from app.core.database import is_sqlite, transaction
from app.core.errors import BrokenRule
from app.extensions import db
from app.notices import sending
from app.search import index


@click.group()
def audit() -> None:
    """Check the log."""


@audit.command()
@with_appcontext
def verify() -> None:
    """Walk the whole chain of events; ends with 1 if a link is broken."""
    count = db.session.query(events.Event).count()
    broken = list(events.broken_links())
    for number in broken[:20]:
        print(f"event {number} does not follow from the one before")
    print(f"{count} events, {len(broken)} broken links")
    sys.exit(1 if broken else 0)


@click.command()
@click.argument("ref")
@click.option("--field", "name", required=True, help="happening, reply:<number>, ...; an unknown one lists all")
@click.option("--ground", required=True, help="the law or rule that asks for it; stands in the log")
@click.option("--by", "email", required=True, help="e-mail of the administrator who does it")
@click.option("--yes", is_flag=True, help="do not ask")
@with_appcontext
def redact(ref: str, name: str, ground: str, email: str, yes: bool) -> None:
    """Replace a person's text by a visible mark, everywhere and for good."""
    _ask(f"Redact {name} of {ref}?", yes)
    _erase(lambda by: redaction.redact(ref, name, ground=ground, by=by, at=clock.now()), email)


@click.command()
@click.argument("person")
@click.option("--ground", required=True, help="the law or rule that asks for it; stands in the log")
@click.option("--by", "email", required=True, help="e-mail of the administrator who does it")
@click.option("--yes", is_flag=True, help="do not ask")
@with_appcontext
def forget(person: str, ground: str, email: str, yes: bool) -> None:
    """Forget who a closed account was, by e-mail: what they did stays as done by a former colleague."""
    _ask(f"Forget {person}?", yes)
    found = _person(person)
    replaced = forgetting.replacing(found)
    _erase(lambda by: forgetting.forget(db.session.merge(found), ground=ground, by=by, at=clock.now()), email)
    sending.forget_files(lambda words: replaced(words) != words, current_app.config["SETTINGS"].instance / "mail")


def _ask(question: str, yes: bool) -> None:
    if not yes:
        click.confirm(f"{question} This cannot be undone.", abort=True)


def _person(email: str) -> Person:
    found = db.session.scalar(select(Person).where(Person.email == email.strip().casefold()))
    if found is None:
        raise click.ClickException(f"nobody has the e-mail {email}")
    return found


def _erase(what: Callable[[Person], redaction.Outcome], email: str) -> None:
    """Do it as an administrator, and say what was done and what remains."""
    by = _person(email)
    if not by.is_active:
        raise click.ClickException(f"the account {email} is closed")
    try:
        with transaction():
            outcome = what(db.session.merge(by))
    except BrokenRule as broken:
        with force_locale("en"):
            raise click.ClickException(gettext(broken.message) % broken.facts) from broken
    _forget_old_pages()
    print(f"{outcome.ref}: {outcome.texts} texts redacted, {len(outcome.reissued)} frozen papers to be printed again")
    print("remains: backups made before now, and mails and papers that have left the house")


@click.command("retention")
@click.option("--apply", "is_real", is_flag=True, help="delete; without it only what would go is counted")
@with_appcontext
def run_retention(is_real: bool) -> None:
    """Delete what its retention rule says is over."""
    if is_real:
        with transaction():
            counts = retention.apply(clock.now())
    else:
        counts = retention.due(clock.now())
    for rule in retention.RULES:
        print(f"{rule.name}, after {rule.days} days: {counts[rule.name]} {'deleted' if is_real else 'would go'}")


def _forget_old_pages() -> None:
    """A database keeps old rows in free pages, and old words in its index, until it is tidied."""
    is_embedded = is_sqlite(db.session())
    db.session.remove()
    tidying = (*index.FORGET_DELETED, "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)") if is_embedded else ("VACUUM",)
    raw = db.engine.raw_connection()
    try:
        if not is_embedded:
            raw.driver_connection.autocommit = True  # type: ignore[union-attr]  # psycopg's, outside any transaction
        for statement in tidying:
            raw.cursor().execute(statement)
    finally:
        raw.invalidate()
        raw.close()
