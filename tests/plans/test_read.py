"""Who reads what: the list, the page, versions, paper and preview."""


import pytest
from sqlalchemy import select

from app.extensions import db
from app.plans.models import Plan, PlanVersion
from tests.plans.conftest import WORDS, Cast
from tests.plans.writing import EDIT, SUBMISSIONS, save, words_of
from tests.support import builders
from tests.support.client import AsPerson, Client

PAGES = ("/plans/P-12", "/plans/P-12/preview", "/plans/P-12/versions/1", "/plans/P-12/history")
TITLE = WORDS["title"]


def test_drafts_are_read_by_team_sponsor_program_office_and_auditor(cast: Cast, as_person: AsPerson) -> None:
    for person in (cast.champion, cast.deputy, cast.sponsor, cast.program, cast.auditor):
        for path in PAGES:
            assert TITLE in as_person(person).get(path).text
    for person in (cast.colleague, cast.leader):
        for path in PAGES:
            as_person(person).get(path, expect=404)


def test_what_is_submitted_is_read_by_everyone_signed_in(
    cast: Cast, champion: Client, as_person: AsPerson, client: Client
) -> None:
    champion.post(SUBMISSIONS)
    stranger = builders.person("Stranger", at=builders.office("Parking", parent=cast.agency))
    for path in PAGES:
        assert TITLE in as_person(stranger).get(path).text
    as_person(stranger).get("/plans/P-12.pdf")
    for path in (*PAGES, "/plans/P-12.pdf"):
        assert client.get(path, follow=False, expect=303).location.startswith("/sign-in")


def test_a_new_draft_stays_unseen_beside_what_is_in_force(
    cast: Cast, champion: Client, program: Client, as_person: AsPerson
) -> None:
    champion.post(SUBMISSIONS)
    program.post("/plans/P-12/versions/1/acceptances")
    champion.post("/plans/P-12/versions")
    save(champion, title="Not for all yet")
    colleague = as_person(cast.colleague)
    assert "Not for all yet" not in colleague.get("/plans/P-12").text + colleague.get("/plans/P-12/preview").text
    colleague.get("/plans/P-12/versions/2", expect=404)
    colleague.get("/plans/P-12/versions/2.pdf", expect=404)
    colleague.get("/plans/P-12.pdf?draft=1", expect=403)
    assert "Not for all yet" not in colleague.get("/plans").text
    assert "Not for all yet" in champion.get("/plans/P-12/preview").text


def test_the_pdf_is_the_version_in_force_else_the_latest_submitted(
    cast: Cast, champion: Client, program: Client
) -> None:
    champion.get("/plans/P-12.pdf", expect=404)
    champion.post(SUBMISSIONS)
    assert "Version 1" in words_of(champion.get("/plans/P-12.pdf").body)
    program.post("/plans/P-12/versions/1/acceptances")
    champion.post("/plans/P-12/versions")
    save(champion, title="The second")
    champion.post(SUBMISSIONS)
    assert TITLE in words_of(champion.get("/plans/P-12.pdf").body)
    assert "The second" in words_of(champion.get("/plans/P-12/versions/2.pdf").body)
    program.post("/plans/P-12/versions/2/acceptances")
    assert "The second" in words_of(champion.get("/plans/P-12.pdf").body)
    assert TITLE in words_of(champion.get("/plans/P-12/versions/1.pdf").body)


def test_the_draft_pdf_is_for_who_may_edit(cast: Cast, champion: Client, as_person: AsPerson) -> None:
    answer = champion.get("/plans/P-12.pdf?draft=1")
    assert answer.response.headers["Content-Type"] == "application/pdf"
    assert "Draft" in words_of(answer.body)
    for person in (cast.program, cast.sponsor, cast.auditor):
        as_person(person).get("/plans/P-12.pdf?draft=1", expect=403)
    champion.post(SUBMISSIONS)
    champion.get("/plans/P-12.pdf?draft=1", expect=404)


def test_a_stored_pdf_says_what_it_is_and_is_not_sent_twice(champion: Client) -> None:
    champion.post(SUBMISSIONS)
    first = champion.get("/plans/P-12.pdf")
    headers = first.response.headers
    assert headers["Content-Disposition"] == 'inline; filename="P-12-version-1.pdf"'
    assert first.body.startswith(b"%PDF-")
    again = champion.get("/plans/P-12/versions/1.pdf", headers={"If-None-Match": headers["ETag"]}, expect=304)
    assert again.body == b""


def test_the_stored_bytes_never_change(champion: Client) -> None:
    champion.post(SUBMISSIONS)
    before = champion.get("/plans/P-12.pdf").body
    plan = db.session.scalars(select(Plan)).one()
    builders.milestone(plan, "Came later")
    assert champion.get("/plans/P-12.pdf").body == before


@pytest.mark.parametrize(
    "path",
    ["/plans/P-13", "/plans/P-0", "/plans/P-12/versions/2", "/plans/P-12/versions/9.pdf", "/plans/P-" + "9" * 20],
)  # fmt: skip
def test_what_is_not_there_is_not_found(champion: Client, path: str) -> None:
    champion.get(path, expect=404)


def test_markup_is_shown_as_text(champion: Client) -> None:
    save(champion, title="<script>alert(1)</script>", outcome="<img src=x onerror=1> & [a](javascript:alert(1))")
    for path in PAGES:
        html = champion.get(path).html
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert 'href="javascript' not in html


def test_the_plans_page_says_where_it_stands(cast: Cast, champion: Client) -> None:
    builders.milestone(cast.plan, "Done", state="done", done_on=builders.TODAY)
    builders.milestone(cast.plan, "Next one", builders.TODAY.replace(year=2099), owner="Priya Nair")
    page = champion.get("/plans/P-12")
    assert "1 of 2 milestones done." in page.text
    assert "Next one" in page.text
    builders.milestone(cast.plan, "Given up", state="dropped", dropped_on=builders.TODAY)
    assert "1 of 2 milestones done, 1 dropped." in champion.get("/plans/P-12").text


def test_the_edit_page_is_only_for_drafts(champion: Client) -> None:
    champion.post(SUBMISSIONS)
    assert champion.get(EDIT).path == "/plans/P-12"
    assert db.session.scalars(select(PlanVersion)).one().number == 1


def test_a_page_names_codes_in_the_readers_language_and_the_paper_in_the_plans(
    cast: Cast, champion: Client, program: Client
) -> None:
    champion.post(SUBMISSIONS)
    program.post("/plans/P-12/versions/1/acceptances")
    page = champion.get("/plans/P-12?lang=tr").text
    champion.get("/plans/P-12?lang=en")
    english = champion.get("/plans/P-12").text
    kept = db.session.scalars(select(PlanVersion.frozen)).one()
    assert kept is not None
    for change in kept["changes"]:
        assert change["what"][:20] in page
        assert change["kind"] in english
        assert change["kind"] not in page
    assert "Kural" in page
    assert "Policy" in words_of(champion.get("/plans/P-12.pdf?lang=tr").body)
    assert kept["changes"][0]["cost"] in champion.get("/plans/P-12/preview?lang=tr").text
