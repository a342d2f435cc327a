"""The menu marks the section that a page belongs to, where the person has its tab."""

from collections.abc import Callable

import pytest
from flask import Flask

from app.accounts.models import Person, Role
from tests.milestones import given
from tests.support import builders
from tests.support.client import Client
from tests.support.pages import Page

As = Callable[[Person], Client]
pytestmark = pytest.mark.usefixtures("clock")


def marked(page: Page) -> set[str]:
    """The addresses of the marked tabs: the same in the head and in the menu of a small screen."""
    return {
        link.get("href", "")
        for nav in page.all("nav") if nav.get("aria-label") in ("Main", "Menu")
        for link in nav.iter("a") if link.get("aria-current") == "page"
    }  # fmt: skip


def test_a_champion_finds_the_tab_of_every_part_of_a_plan(app: Flask, as_person: As) -> None:
    cast = given.cast()
    milestone = given.promised(cast.plan)
    plan = f"/plans/{cast.plan.ref}"
    own, foreign = as_person(cast.champion), as_person(cast.stranger)
    for address, of_own, of_foreign in (
        (plan, {"/my-plan"}, set()),
        (f"{plan}/history", {"/my-plan"}, set()),
        (f"{plan}/preview", {"/my-plan"}, set()),
        (f"{plan}/versions/1", {"/my-plan"}, set()),
        (f"{plan}/milestones", {"/milestones"}, {"/milestones"}),
        (f"{plan}/milestones/{milestone.id}", {"/milestones"}, {"/milestones"}),
        ("/milestones", {"/milestones"}, {"/milestones"}),
        ("/notices", set(), set()),
    ):
        assert (marked(own.get(address)), marked(foreign.get(address))) == (of_own, of_foreign), address
    assert marked(own.get(f"{plan}/milestones/{milestone.id}/completions/new")) == {"/milestones"}


def test_who_has_no_tab_for_milestones_finds_plans_marked(app: Flask, as_person: As) -> None:
    cast = given.cast()
    milestone = given.promised(cast.plan)
    leader = as_person(builders.with_role(Role.LEADER, cast.agency))
    for address in ("", "/history", "/milestones", f"/milestones/{milestone.id}"):
        assert marked(leader.get(f"/plans/{cast.plan.ref}{address}")) == {"/plans"}, address
