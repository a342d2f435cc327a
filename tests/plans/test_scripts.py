"""The whole way in six scripts: typed into the form, submitted, and read again from the PDF."""

from typing import Any

import pytest
from sqlalchemy import select

from app.core import storage
from app.extensions import db
from app.plans.models import PlanVersion
from app.plans.sheet import PlanSheet
from tests.plans.conftest import Cast
from tests.plans.writing import hand_in
from tests.support import builders
from tests.support.client import Client
from tests.support.in_order import holds, read_aloud, shown
from tests.support.sheets import SHEETS

TEXTS = ("title", "outcome", "mission", "problem", "customers", "today", "after", "people", "risks")


def fields(sheet: PlanSheet) -> dict[str, Any]:
    found: dict[str, Any] = {key: getattr(sheet, key) for key in TEXTS}
    for number, change in enumerate(sheet.changes[:3]):
        found[f"changes_{number}_what"] = change.what
        found[f"changes_{number}_rule_owner"] = change.rule_owner
    return {**found, "today_days": "72", "after_days": "1"}


@pytest.mark.parametrize("language", sorted(SHEETS))
def test_a_plan_in_its_own_script_is_submitted_and_printed_whole(cast: Cast, champion: Client, language: str) -> None:
    cast.plan.language = language
    builders.save(cast.plan)
    typed = fields(SHEETS[language])
    hand_in(champion, **typed)
    version = db.session.scalars(select(PlanVersion)).one()
    assert {section.key: section.words for section in version.sections} == {key: typed[key] for key in TEXTS}
    told = (read_aloud(storage.fetch(version.pdf_sha256 or "") or b""), shown(champion.get("/plans/P-12/versions/1")))
    for key, text in typed.items():
        assert key.endswith("_days") or [holds(one, text) for one in told] == [True, True], key
    assert version.pages in (1, 2)


@pytest.mark.parametrize("language", sorted(SHEETS))
def test_the_words_of_the_sheet_are_in_the_plans_language(cast: Cast, champion: Client, language: str) -> None:
    cast.plan.language = language
    builders.save(cast.plan)
    page = champion.get("/plans/P-12/preview")
    assert page.one("div[@class='plan-preview sheet-desk']/div").get("lang") == language
