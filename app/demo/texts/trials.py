"""Small tests of the demo: what was tried at one desk, what was predicted, what came."""

from dataclasses import dataclass

from app.demo.texts.child_support import DAYS_NAME


@dataclass(frozen=True)
class TrialText:
    """A small test of a plan. Days from the reference day: planned, first, last, studied (0: not yet)."""

    plan: str
    question: str
    action: str
    place: str
    days: tuple[int, int, int, int]
    prediction: str
    measure: str = ""
    predicted: str = ""
    happened: str = ""
    result: str = ""
    learned: str = ""
    act: str = ""
    note: tuple[int, str] = (0, "")


PLAN = "running:child-support"
CALLS = "“Where is my order” calls"

TRIALS = (
    TrialText(
        PLAN, "Can intake write an order while the parent sits there?",
        "Desk 2 writes every order of the week in the interview, on paper, from the drafters' own template. A drafter "
        "sits beside and only watches.",
        "Desk 2, one week", (-266, -259, -255, -252),
        "It takes half an hour longer per parent, and the judge sends back one in ten. The order is signed within three days.",
        DAYS_NAME, "3",
        "19 orders. 22 minutes longer on average, 40 for the first three. The judge sent back none. Signed on day 2 in the "
        "median, one on day 6 because a birth certificate was missing.",
        "2",
        "The template does most of it. What takes time is asking for the papers in the wrong order, not writing.",
        "adopt",
        (-250, "The week had no public holiday and our most experienced intake worker. Desk 5 tries it next."),
    ),
    TrialText(
        PLAN, "Does a second reading catch mistakes that the judge would?",
        "A colleague reads every order before it goes to the judge and notes what she changes.",
        "Desks 2 and 3, two weeks", (-245, -238, -225, -223),
        "She changes one order in five; half of that the judge would have sent back.",
        happened="62 orders read, 4 changed: two amounts, two spellings. The judge says he would have sent back the amounts.",
        learned="Reading everything finds little. Reading what has an unusual amount would find the same.",
        act="adapt",
    ),
    TrialText(
        PLAN, "Does a text message on the day of signing stop the calls?",
        "Parents of three desks get a text message when the judge has signed.",
        "Three desks, four weeks", (-150, -143, -116, -113),
        "Calls about the state of an order fall by a third, to about 90 in the month.", CALLS, "90",
        "66 calls in July. But they fell as much at the three desks without the message, and parents who got it called to "
        "ask whether it was real.", "66",
        "Orders take a day now, so nobody waits for news. The message did nothing. Before we try anything else we listen "
        "to ten calls.",
        "abandon",
    ),
    TrialText(
        PLAN, "Do employers begin sooner when the payroll clerk gets the order by e-mail?",
        "The ten largest employers get each order by e-mail to the person who runs the payroll, the same afternoon.",
        "Ten employers, three weeks", (-14, -8, 12, 0),
        "Eight of ten begin in the same pay period; two ask for paper as well.",
    ),
    TrialText(
        PLAN, "Is a second reading needed only where the amount is unusual?",
        "A colleague reads only orders above 900 or below 150 a month; all others go straight to the judge.",
        "All desks, two weeks", (-2, 10, 23, 0),
        "One order in eight is read. Sent back stays at 2 in 100.",
    ),
)  # fmt: skip
