"""The command that makes the first administrator."""

from flask import Flask
from sqlalchemy import select

from app.accounts import passwords
from app.accounts.models import Person, Role
from app.extensions import db
from app.offices import queries as offices
from tests.accounts.house import PASSWORD
from tests.support.client import Client

ARGS = ["accounts", "create-admin", "--email", "Ada@Agency.example", "--name", "Ada Admin"]


def only_person() -> Person:
    return db.session.scalars(select(Person)).one()


def test_it_makes_agency_person_and_roles_and_prints_a_link(app: Flask, client: Client) -> None:
    result = app.test_cli_runner().invoke(args=[*ARGS, "--agency", "Marlow County"])
    assert result.exit_code == 0, result.output
    root = offices.root()
    assert root is not None
    assert root.slug == "marlow-county"
    assert {grant.role for grant in only_person().grants} == {Role.ADMINISTRATOR, Role.PROGRAM_OFFICE}
    token = result.output.split("/links/")[1].strip()
    client.submit(f"/links/{token}", {"password": PASSWORD, "again": PASSWORD})


def test_a_password_may_come_by_standard_input(app: Flask) -> None:
    args = [*ARGS, "--agency", "Marlow", "--password-stdin"]
    result = app.test_cli_runner().invoke(args=args, input=PASSWORD + "\n")
    assert result.exit_code == 0, result.output
    assert passwords.matches(PASSWORD, only_person().password_hash)
    assert PASSWORD not in result.output


def test_it_asks_for_what_was_not_given(app: Flask) -> None:
    args = ["accounts", "create-admin", "--agency", "Marlow"]
    result = app.test_cli_runner().invoke(args=args, input="ada@agency.example\nAda Admin\n")
    assert result.exit_code == 0, result.output
    assert (only_person().email, only_person().name) == ("ada@agency.example", "Ada Admin")


def test_a_second_run_says_so_and_changes_nothing(app: Flask) -> None:
    runner = app.test_cli_runner()
    runner.invoke(args=[*ARGS, "--agency", "Marlow"])
    result = runner.invoke(args=[*ARGS, "--agency", "Marlow"])
    assert result.exit_code == 1
    assert "has an account already" in result.output
    only_person()


def test_a_second_administrator_does_not_get_the_program_office(app: Flask) -> None:
    runner = app.test_cli_runner()
    runner.invoke(args=[*ARGS, "--agency", "Marlow"])
    runner.invoke(args=["accounts", "create-admin", "--email", "b@agency.example", "--name", "B"])
    second = db.session.scalars(select(Person).where(Person.email == "b@agency.example")).one()
    assert {grant.role for grant in second.grants} == {Role.ADMINISTRATOR}


def test_what_cannot_be_is_said_in_one_line(app: Flask) -> None:
    app.config["AGENCY_NAME"] = ""
    runner = app.test_cli_runner()
    assert "name it with --agency" in runner.invoke(args=ARGS).output
    assert "no e-mail address" in runner.invoke(args=["accounts", "create-admin", "--email", "x", "--name", "X"]).output
    weak = runner.invoke(args=[*ARGS, "--agency", "M", "--password-stdin"], input="short\n")
    assert "12 characters" in weak.output
    assert db.session.scalars(select(Person)).all() == []
