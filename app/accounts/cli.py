"""Commands for accounts: the first administrator."""

import sys

import click
from flask import current_app
from flask.cli import AppGroup

from app.accounts import passwords, queries
from app.accounts.actions import grants, links, people
from app.accounts.forms import looks_like_email
from app.accounts.models import LinkKind, Person, Role
from app.core import clock
from app.core.database import transaction
from app.core.errors import BrokenRule
from app.offices import queries as offices
from app.offices.actions import offices as office_actions
from app.offices.models import Office

accounts = AppGroup("accounts", help="People who can sign in.")


@accounts.command("create-admin")
@click.option("--email", prompt="E-mail address", help="The address to sign in with.")
@click.option("--name", prompt="Name", help="The person's name.")
@click.option("--agency", help="The agency's name, where it is not there yet; else the setting AGENCY_NAME.")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input; else a link is printed.")
def create_admin(email: str, name: str, agency: str | None, password_stdin: bool) -> None:
    """Make an administrator of the whole agency, and the agency itself where there is none."""
    email = email.strip().lower()
    if not looks_like_email(email):
        raise click.ClickException(f"{email!r} is no e-mail address.")
    hashed = _password_hash(email, name) if password_stdin else None
    with transaction():
        if queries.get_by_email(email):
            raise click.ClickException(f"{email} has an account already. Nothing was changed.")
        person = _create(email, name.strip(), _agency(agency))
        person.password_hash = hashed
        token = None if hashed else links.issue(person, LinkKind.INVITATION, by=None, at=clock.now())
    print(f"{email} is an administrator now.")
    if token:
        base_url = current_app.config["SETTINGS"].base_url
        print(f"Choose a password here, once, within seven days:\n{base_url}/links/{token}")


def _create(email: str, name: str, root: Office) -> Person:
    """The first one is the program office too, so that reports have somebody responsible from the start."""
    at = clock.now()
    person = people.add(email=email, name=name, language=root.language, office=root, by=None, at=at)
    grants.write(person, Role.ADMINISTRATOR, root, by=None, at=at)
    if not queries.is_held(Role.PROGRAM_OFFICE, root):
        grants.write(person, Role.PROGRAM_OFFICE, root, by=None, at=at)
    return person


def _agency(name: str | None) -> Office:
    found = offices.root()
    if found:
        return found
    name = (name or current_app.config["AGENCY_NAME"]).strip()
    if not name:
        raise click.ClickException("There is no agency yet: name it with --agency, or set AGENCY_NAME.")
    return office_actions.found_agency(name, at=clock.now())


def _password_hash(email: str, name: str) -> str:
    password = sys.stdin.readline().rstrip("\n")
    try:
        passwords.check(password, email, name)
    except BrokenRule as broken:
        raise click.ClickException(broken.message % broken.facts) from None
    return passwords.hash_of(password)
