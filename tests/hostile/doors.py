"""Where in the world a person may write words: by role, the page and the address of the form on it."""

from tests.support.world import World

# Within a role the steps that change what comes after them stand last.
DOORS: dict[str, tuple[tuple[str, str], ...]] = {
    "anonymous": (
        ("/sign-in", "/sign-in"),
        ("/password-resets/new", "/password-resets"),
        ("/report/answer", "/report/answer"),
        ("/check-ins/a-link-to-one-check-in", "/check-ins/a-link-to-one-check-in"),
        ("/links/{token}", "/links/{token}"),
        ("/report/child-support", "/report/child-support"),
    ),
    "frontline": (
        ("/cycles/1/nominations/new", "/cycles/1/nominations"),
        ("/nominations/N-2/edit", "/nominations/N-2"),
        ("/nominations/N-3", "/nominations/N-3/answers"),
        ("/account/passwords/new", "/account/passwords"),
        ("/account", "/account"),
        ("/report/child-support", "/report/child-support"),
        ("/pain-points/PP-{facts}", "/pain-points/PP-{facts}/facts"),
        ("/pain-points/PP-{fixed}", "/pain-points/PP-{fixed}/reopenings"),
    ),
    "champion": (
        ("/nominations/N-1", "/nominations/N-1/endorsements"),
        ("/funding/F-1/edit", "/funding/F-1/edit"),
        ("/measures/M-1/edit", "/measures/M-1/edit"),
        ("/plans/P-1/measures/new", "/plans/P-1/measures/new"),
        ("/measures/M-1/observations/1/corrections/new", "/measures/M-1/observations/1/corrections"),
        ("/measures/M-1/observation-imports/new", "/measures/M-1/observation-imports"),
        ("/measures/M-1", "/measures/M-1/observations"),
        ("/measures/M-1", "/measures/M-1/interventions"),
        ("/measures/M-1", "/measures/M-1/sources"),
        ("/plans/P-1/milestones/1/edit", "/plans/P-1/milestones/1/edit"),
        ("/plans/P-1/milestones/new", "/plans/P-1/milestones"),
        ("/plans/P-1/edit", "/plans/P-1/edit"),
        ("/plans/P-81/check-ins/new", "/plans/P-81/check-ins"),
        ("/plans/P-81/pauses/new", "/plans/P-81/pauses"),
        ("/plans/P-81/stops/new", "/plans/P-81/stops"),
        ("/reports/new", "/reports"),
        ("/reports/R-1/edit", "/reports/R-1/edit"),
        ("/pain-points/PP-{open}", "/pain-points/PP-{open}/sightings"),
        ("/pain-points/PP-{open}", "/pain-points/PP-{open}/acceptances"),
    ),
    "leader": (("/funding/F-2", "/funding/F-2/decisions"),),
    "sponsor": (("/plans/P-81/blockers/1", "/plans/P-81/blockers/1/answers"),),
    "program office": (
        ("/cycles/1/criteria", "/cycles/1/criteria"),
        ("/nominations/N-1/scores/new", "/nominations/N-1/scores"),
        ("/nominations/N-1/decisions/new", "/nominations/N-1/decisions"),
        ("/cycles/1/edit", "/cycles/1"),
        ("/cycles/new", "/cycles"),
        ("/funding/rounds/{round}/edit", "/funding/rounds/{round}/edit"),
        ("/funding/rounds/new", "/funding/rounds"),
        ("/cycles/1/seats/1/deputies/new", "/cycles/1/seats/1/deputies"),
        ("/cycles/1/seats/1/handovers/new", "/cycles/1/seats/1/handovers"),
        ("/cycles/1/seats/new", "/cycles/1/seats"),
        ("/offices/child-support/rules/new", "/offices/child-support/rules"),
        ("/plans/P-2/versions/1", "/plans/P-2/versions/1/returns"),
    ),
    "administrator": (
        ("/people/{person}/edit", "/people/{person}"),
        ("/people/{person}/grants/new", "/people/{person}/grants"),
        ("/people/new", "/people"),
        ("/channels/1/owners/new", "/channels/1/owners"),
        ("/offices/child-support/edit", "/offices/child-support"),
        ("/channels/1/edit", "/channels/1"),
        ("/offices/new", "/offices"),
        ("/offices/child-support/channels/new", "/offices/child-support/channels"),
        ("/offices/child-support/moves/new", "/offices/child-support/moves"),
        ("/offices/child-support/closings/new", "/offices/child-support/closings"),
    ),
}

SEARCHES = (
    ("/search", "q"), ("/pain-points", "words"), ("/pain-points.csv", "words"), ("/plans", "q"), ("/people", "words"),
    ("/offices/child-support", "words"), ("/report", "q"), ("/events", "person"), ("/events.csv", "thing"),
    ("/verify", "fingerprint"),
)  # fmt: skip


def addresses(world: World, door: tuple[str, str]) -> tuple[str, str]:
    """The page and the form's address in this world."""
    numbers = {name: world.overrides[f"pain_points.{step}"]["PP-number"] for name, step in STEPS.items()}
    known = numbers | {
        "token": world.places["token"], "round": world.places["number"], "person": world.places["person_id"],
    }  # fmt: skip
    return door[0].format(**known), door[1].format(**known)


STEPS = {"open": "ask", "facts": "give_facts", "fixed": "reopen"}


def overlong() -> dict[str, str]:
    """Every field that any form knows, with more than any of them takes."""
    names = (
        "words", "happening", "suggestion", "office", "reasons", "reason", "title", "name", "email", "language",
        "frequency", "customers", "minutes_lost", "outcome", "positions", "money", "password", "value", "table",
        "role", "slug", "deputy", "champion", "owner", "what", "due_on", "evidence", "lock", "seen",
    )  # fmt: skip
    return dict.fromkeys(names, "x" * 9_000)
