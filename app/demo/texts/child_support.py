"""The story of the 72 days that became 1, and what its office does next."""

from app.demo.texts.kinds import (
    ChangeWords,
    MeasureText,
    PlanStory,
    PlanText,
    PromiseWords,
    ReportText,
    Series,
)

DAYS_NAME = "Days from application to signed order"
DAYS_DEFINITION = (
    "Calendar days from the day a complete application is stamped to the day the judge signs. Median of all orders "
    "signed in the month. Withdrawn applications are left out."
)
DAYS_SOURCE = "Case system, signed orders"

REPORTS = (
    ReportText(
        "Parents call every week to ask where their order is, and all I can say is “it is being drafted”. It lies in the "
        "drafting pool for weeks although the form has everything in it. I looked at twenty files: nobody had opened them.",
        "phone", "waiting", "daily", "6-20",
        suggestion="Let the person who takes the application write the order while the parent sits there.",
        accepted="You are right, and your twenty files are the reason why we looked at all of them. The order waits 23 "
        "days for a drafter who adds nothing. This is now the heart of our plan.",
        fixed="Since the policy changed, whoever takes the application writes the order. Yours was the report that began it.",
        confirmed="I have not had a “where is my order” call this week. First time in nine years.",
        seen=(
            "Same at the front desk, mostly on Mondays.",
            "I keep a list of parents to call back. It has 40 names.",
            "Two walked out to hire a lawyer because they thought we had lost the file.",
        ),
        minutes=25,
    ),
    ReportText(
        "The employer does not withhold until the signed order arrives, so the children get nothing for ten weeks. "
        "A mother told me she borrowed for the rent in the meantime.",
        "counter", "waiting", "daily", "6-20",
        accepted="This is what the waiting costs, and it stands in our plan in your words.",
        fixed="An order signed on the first day reaches the employer on the second. Ten weeks have become two days.",
        confirmed="Confirmed with the last six families I saw.",
        seen=("I hear it on the case line every day.", "The shelter asks us to write letters to landlords instead."),
        minutes=40,
    ),
    ReportText(
        "We ask for the child's birth certificate a second time at drafting. The intake desk has seen it and ticked the "
        "box, but the drafter wants to see it again, by post.",
        "mail", "applying", "weekly", "21-100",
        suggestion="Scan it once at intake.",
        accepted="Nobody could find the rule that asks for it twice. It was a habit of the drafting pool.",
        fixed="One scan at the desk, visible to everyone on the case.",
        confirmed="",
        seen=("The certificate costs families 24 dollars each time.",),
        minutes=15,
    ),
)  # fmt: skip

DAYS = MeasureText(
    DAYS_NAME, "outcome", "days", "down", DAYS_SOURCE,
    Series(72, 1, 4, changed=-232, ramp=1),
    definition=DAYS_DEFINITION, coverage="All orders of this office; about 130 a month.",
    change="Intake writes the order", baseline=72, target=1, promised=-60,
)  # fmt: skip

PLAN = PlanText(
    title="From 72 days to 1: the order is written where the parent sits",
    outcome="A parent with a complete application leaves with the order on its way to the judge.",
    mission="children get what they are owed while they need it.",
    problem="Parents wait **72 days** for two hours of work. We followed 120 files to see where: between the hands, not in "
    "them.",
    customers="About 1,560 parents a year, from the day the other parent stops paying.",
    after="Intake writes the order with both parents. The judge signs next morning.",
    days=(72, 1),
    people="Dana Whitfield, Luis Ortega, six intake workers, two drafters, Sam Pruitt.",
    risks="**Mistakes.** A colleague reads every order for three months; above 4 in 100 sent back we stop. **Way back:** "
    "the drafting unit can take orders again within a day.",
    changes=(
        ChangeWords("Strike “by the drafting unit” from policy 4.12.", "policy",
                    "Region"),
        ChangeWords("Intake writes the order in the interview, from a template.", "process", "Our own team"),
        ChangeWords("Two drafters move to the desk and teach for six weeks.", "people", "Office head",
                    "within_resources"),
    ),
    channels=("counter", "phone"),
    milestones=(
        PromiseWords("Policy 4.12 changed and signed", "Ruth Alvarez", "The signed page in the manual", -236,
                     (("start", -262, "", 0), ("done", -240, "Signed by the region on one page; in the manual since noon.", 0))),
        PromiseWords("First desk writes orders", "Dana Whitfield", "Ten orders signed by the judge", -225,
                     (("start", -233, "", 0), ("done", -226, "14 orders written at desk 2, all signed unchanged.", 0))),
        PromiseWords("All six desks write orders", "Luis Ortega", "Weekly list by desk", -180,
                     (("done", -171, "Desk 5 came nine days late: holiday of the teacher.", 0),)),
        PromiseWords("Go on or stop, with the judge", "Dana Whitfield", "Minutes with the figures", -120,
                     (("done", -121, "Judge Marlowe: 2 in 100 sent back, as before. We go on.", 0),), True),
        PromiseWords("Employers get the order by e-mail", "Sam Pruitt", "Share of orders sent without paper", -9,
                     (("start", -70, "", 0),)),
        PromiseWords("Second reading only where the amount is unusual", "Luis Ortega", "New one-page rule", -38,
                     (("replan", -45, "The judge asked for three more months of numbers first.", 24),)),
        PromiseWords("Kiosk for applicants in the hall", "Sam Pruitt", "Kiosk in use", -90,
                     (("drop", -110, "Nobody waits in the hall any more, so a kiosk solves nothing.", 0),)),
        PromiseWords("Write down how it was done, for other offices", "Dana Whitfield", "Ten pages and a visit day", 6),
    ),
    measures=(
        DAYS,
        MeasureText(
            "Orders sent back by the judge", "balancing", "per_100", "keep", "Court clerk's log",
            Series(2.1, 2.0, 0.7, decimals=1, stops=2),
            definition="Orders sent back for correction, out of 100 handed in during the month.",
            coverage="All orders.", change="Intake writes the order", baseline=2.1, target=4, promised=30,
        ),
        MeasureText(
            "“Where is my order” calls", "process", "count", "down", "Telephone system, reason code 7",
            Series(410, 63, 28, changed=-232, ramp=3, slip=(3, 830, "The export counted internal calls twice.")),
            definition="Calls to the case line in a month whose reason is the state of an order.",
            coverage="Case line only; calls to desks are not counted.", change="Intake writes the order", baseline=410,
            target=100, promised=30, owner="owner",
        ),
    ),
    reports=REPORTS,
)  # fmt: skip

STORY = PlanStory("child-support", "running", PLAN, started=-298, submitted=-284, decided=-271, verdict="accept")

NEXT = PlanText(
    title="The first payment in the first pay period",
    outcome="Once the order is signed, the first payment reaches the child within one pay period, whoever the employer is.",
    mission="a signed order is money on the table, not paper in a drawer.",
    problem="The order now takes a day. The money still takes **38 days**: employers get the order by post, file it, and "
    "begin with the pay period after the next one.\n\nWe called 30 employers. 22 would begin at once if the order came "
    "by e-mail to the person who runs the payroll.",
    customers="The same parents, and about 900 employers, of whom 20 pay half of our parents.",
    today="Post to the employer's registered address. No one knows who opens it.",
    days=(38, 14),
    changes=(
        ChangeWords("Ask for the payroll contact in the interview, not afterwards by letter.", "process", "Our own team"),
    ),
    channels=("web", "mail"),
    milestones=(
        PromiseWords("Payroll contacts of the 20 largest employers", "Kofi Mensah", "List with names and addresses", 45),
        PromiseWords("First month of orders by e-mail", "Sam Pruitt", "Share of orders delivered on the day", 110),
    ),
    measures=(
        MeasureText(
            "Days from order to first payment", "outcome", "days", "down", "Payment system, first credit per case",
            Series(38, 38, 3, decimals=0), definition="Calendar days from signature to the first payment booked. Median.",
            coverage="Cases with an employer.", baseline=38, target=14, promised=300,
        ),
    ),
)  # fmt: skip

DRAFT = PlanStory("child-support", "coming", NEXT, started=-20)

HARLOW = PlanText(
    title="We do what Northfield did: the order on the first day",
    outcome="A parent in Harlow waits days for a support order, not ten weeks.",
    mission="a child's support does not depend on which side of the river the parent lives.",
    problem="In Northfield an order takes one day. Here it takes **69**. Same law, same form, same judge circuit. We "
    "visited them for a day and walked one file through both offices. The difference is one sentence in our manual and a "
    "drafting room on the third floor.",
    customers="About 1,100 parents a year. A third of them come with an interpreter, so a second visit costs them twice.",
    today="Application at the desk, drafting upstairs, check by the unit head, then the judge.",
    after="The desk writes the order with the parent. The unit head reads a sample.",
    days=(69, 3),
    people="Sylvia Brandt (lead), four intake workers, one drafter, Dana Whitfield as guest teacher for two weeks.",
    risks="Interpreters are booked by the hour: if interviews get longer, we book longer. If more than 5 in 100 orders come "
    "back from the judge, drafting takes over again the next morning.",
    changes=(
        ChangeWords("Change section 3 of the local manual: “drafted by intake or the drafting unit”.", "policy", "Office head"),
        ChangeWords("Order template from Northfield, with our court's heading.", "process", "Our own team"),
        ChangeWords("One drafter sits at the desk for the first eight weeks.", "people", "Unit head", "within_resources"),
    ),
    channels=("counter",),
    milestones=(
        PromiseWords("Manual changed", "Peter Haldane", "The signed page", 25),
        PromiseWords("Two desks write orders", "Sylvia Brandt", "First twenty signed orders", 60),
        PromiseWords("Go on with all desks, or stop", "Sylvia Brandt", "Figures of eight weeks", 120, (), True),
        PromiseWords("All desks write orders", "Sylvia Brandt", "Weekly list by desk", 165),
    ),
    measures=(
        MeasureText(
            DAYS_NAME, "outcome", "days", "down", DAYS_SOURCE, Series(69, 69, 5, decimals=1), definition=DAYS_DEFINITION,
            coverage="All orders of this office; about 90 a month.", baseline=69, target=3, promised=300,
        ),
    ),
)  # fmt: skip

COPY = PlanStory("child-support-harlow", "coming", HARLOW, started=-22, submitted=-6)

ALIKE = (
    ("child-support-easton", MeasureText(
        DAYS_NAME, "outcome", "days", "down", DAYS_SOURCE, Series(75, 75, 6, decimals=1), definition=DAYS_DEFINITION,
        coverage="All orders of this office.", baseline=75)),
    ("child-support-weston", MeasureText(
        DAYS_NAME, "outcome", "days", "down", DAYS_SOURCE, Series(66, 66, 5, decimals=1), definition=DAYS_DEFINITION,
        coverage="All orders of this office.", baseline=66)),
)  # fmt: skip
"""The same measure in offices where nothing was changed."""
