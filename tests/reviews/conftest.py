"""The cast of plans with a reviewer and a coach to be, and version 1 handed in without a printer."""

from dataclasses import dataclass

import pytest
from flask_babel import force_locale

from app.accounts.models import Person, Role
from app.plans import assembling, frozen
from app.plans.models import PlanVersion, VersionState
from app.reviews.models import Remark
from tests.plans.conftest import Cast, cast, champion, program
from tests.support import builders

__all__ = ["Review", "cast", "champion", "program", "review"]

VERSION = "/plans/P-12/versions/1"
REMARKS = f"{VERSION}/remarks"
ANSWERS = f"{VERSION}/answers"


@dataclass
class Review:
    """A submitted version and those who look at it."""

    cast: Cast
    version: PlanVersion
    reviewer: Person
    stranger: Person

    def remark(self, words: str = "Who counted the ten weeks?", part: str = "problem") -> Remark:
        """As the program office made it."""
        return builders.save(
            Remark(
                plan_id=self.cast.plan.id, version_id=self.version.id, part=part, words=words,
                author_id=self.cast.program.id, made_at=builders.AT,
            )
        )  # fmt: skip


def handed_in(version: PlanVersion, by: Person) -> PlanVersion:
    """Frozen as submitting freezes it, without the PDF."""
    with force_locale("en"):
        version.frozen = frozen.to_json(assembling.final_sheet(version))
    version.state, version.submitted_by_id, version.submitted_at = VersionState.SUBMITTED, by.id, builders.AT
    return builders.save(version)


@pytest.fixture
def review(cast: Cast) -> Review:
    elsewhere = builders.office("Parking", parent=cast.agency)
    return Review(
        cast=cast,
        version=handed_in(cast.plan.versions[0], cast.champion),
        reviewer=builders.with_role(Role.REVIEWER, cast.agency, "Noor Haddad"),
        stranger=builders.with_role(Role.PROGRAM_OFFICE, elsewhere, "Lena Vogt"),
    )
