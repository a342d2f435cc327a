"""Copies of child support's change in the demo: two that worked, one that failed, one put off, one to be answered."""

from dataclasses import dataclass

from app.demo.texts.kinds import MeasureText, Series

PLAN = "running:child-support"
POLICY, INTAKE = 0, 1
"""Which of the plan's changes: the four words struck from the policy, the order written at the desk."""

TOOK = (
    "One signature at the region; to find who may sign took three weeks. Two drafters at the desk for six weeks, then "
    "nothing more. 22 minutes longer per parent in the first week, 10 since."
)
WATCH = (
    "Orders that the judge sends back: 2 in 100 before and after. We read every tenth order for two months and would have "
    "stopped at 4 in 100. A drafter who teaches loses a month of her own work: say so to her head first."
)


@dataclass(frozen=True)
class CopyText:
    """One office's copy. Days from the reference day: offered, answered, begun, ended (0: not yet)."""

    seat: str
    change: int
    days: tuple[int, int, int, int]
    measure: MeasureText | None = None
    differently: str = ""
    outcome: str = ""
    has_worked: bool = False
    reason: str = ""


COPIES = (
    CopyText(
        "running:records", POLICY, (-158, -150, -128, -12),
        MeasureText(
            "Days until a name is corrected", "outcome", "days", "down", "Register of corrections",
            Series(19, 3, 1.6, changed=-128, decimals=1), definition="Working days from request to the corrected record. "
            "Mean of the month.", coverage="Requests at window 4 and from the web.", baseline=19, target=3, promised=60,
        ),
        "Not a policy but the registrar's house rule said “by the archive”. Window 4 corrects clear cases itself; what a "
        "court has to decide still goes to the archive.",
        "A name is corrected in three days instead of nineteen. The archive was glad to be rid of it. We thought of it as a "
        "question of training; it was a line in a rule that nobody had read for years.",
        has_worked=True,
    ),
    CopyText(
        "running:disability", INTAKE, (-155, -146, -119, -16),
        MeasureText(
            "Days from decision to letter", "outcome", "days", "down", "Letter log",
            Series(16, 6, 1.5, changed=-119, decimals=1), definition="Calendar days from the decision to the day the letter "
            "is posted. Mean of the month.", coverage="First decisions; appeals have their own letters.", baseline=16,
            target=5, promised=60,
        ),
        "Whoever decides writes the letter, from four templates, right after the decision. Appeals stay with the letters "
        "unit.",
        "Six days instead of sixteen. It took longer than at child support: our templates had to be read by the language "
        "desk first, and two reviewers still prefer to dictate.",
        has_worked=True,
    ),
    CopyText(
        "running:housing", INTAKE, (-150, -141, -112, -26),
        MeasureText(
            "Days from visit to written finding", "outcome", "days", "down", "Inspectors' diary",
            Series(9, 8.6, 1.4, changed=-112, decimals=1), definition="Calendar days from the visit to the signed finding. "
            "Mean of the month.", coverage="Damp, heating and safety.", baseline=9, target=2, promised=60,
        ),
        "Inspectors write the finding in the car, from a template on paper.",
        "It did not work here, because owners contest findings and their lawyers read every word: 9 of the first 60 came "
        "back from court for a missing paragraph, where one in a year did before. A jurist reads them again, so the days "
        "are back. We keep the template; it saves the jurist an hour. Look first at who attacks your paper afterwards.",
    ),
    CopyText(
        "coming:licences", POLICY, (-13, -9, 0, 0),
        reason="We move house in February and three desks are vacant. We want it, with a clear head: ask us in summer.",
    ),
    CopyText("coming:child-support-weston", POLICY, (-6, 0, 0, 0)),
)  # fmt: skip
