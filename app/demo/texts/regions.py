"""Plans of the regions: one in trouble, one gone quiet, one stopped, one too long, one empty."""

from app.demo.texts.kinds import ChangeWords, MeasureText, PlanStory, PlanText, PromiseWords, ReportText, Series

HOUSING = PlanText(
    title="The inspector comes within a week",
    outcome="A family in a damp or unsafe flat is visited within seven days and knows that day what happens next.",
    mission="a tenant plans the week, and the owner repairs before the frost.\n"
    "children do not cough through a winter while we look for a date.",
    problem="A visit takes **31 days**. Four inspectors drive the whole district every week, each with their own list. On "
    "one Tuesday in March all four passed the same bridge twice.",
    customers="About 2,300 families a year. They tell the school nurse before they tell us.",
    today="Reports are given out by letter of the street's name.",
    after="Reports are given out by neighbourhood, and each inspector has two free visits a day for what is urgent.",
    days=(31, 7),
    people="Joyce Adeyemi, Liam Doyle, four inspectors, the school nurses of Riverside.",
    risks="Distant villages could wait longer: we look at them separately, every week. If they wait over 40 days we go back "
    "to the old lists.",
    changes=(
        ChangeWords("Visits by neighbourhood, not by letter.", "process", "Our own team"),
        ChangeWords("Two free visits a day per inspector.", "process", "Unit head"),
        ChangeWords("School nurses may report for a family.", "policy", "Office head"),
    ),
    channels=("field", "phone"),
    milestones=(
        PromiseWords("Map of neighbourhoods agreed", "Liam Doyle", "The map", -240, (("done", -226, "Two weeks late: one street has two names.", 0),)),
        PromiseWords("New lists for all four inspectors", "Joyce Adeyemi", "The lists", -205, (("start", -222, "", 0), ("done", -213, "In use.", 0))),
        PromiseWords("School nurses can report", "Joyce Adeyemi", "First ten reports", -120,
                     (("replan", -128, "Data protection wants a form first.", -30),)),
        PromiseWords("Fifth car from the motor pool", "Liam Doyle", "The car", -80, (("drop", -85, "The pool has none to give this year.", 0),)),
        PromiseWords("Look at villages: go on or back", "Joyce Adeyemi", "Days by village", -21, (), True),
    ),
    measures=(
        MeasureText(
            "Days until the first visit", "outcome", "days", "down", "Inspectors' diary",
            Series(31, 26, 3.2, changed=-213, ramp=2, drift=1.9), definition="Calendar days from report to visit, median.",
            coverage="All reports of damp, heating and safety.", change="Visits by neighbourhood", baseline=31, target=7,
            promised=30,
        ),
        MeasureText(
            "Days until the first visit in villages", "balancing", "days", "keep", "Inspectors' diary",
            Series(34, 37, 3.5, changed=-213, drift=1.4), definition="The same for the nine villages.", coverage="Villages.",
            change="Visits by neighbourhood", baseline=34, target=40, promised=30,
        ),
    ),
    reports=(
        ReportText(
            "I gave a mother a date in five weeks. Her baby sleeps next to a wall that is black with mould.",
            "phone", "waiting", "daily", "1-5", suggestion="Keep some visits free for what cannot wait.",
            accepted="Two free visits a day for exactly this are in our plan.", seen=("The nurse asks us every Monday.",),
            minutes=20,
        ),
        ReportText(
            "The inspector was next door yesterday, but her list had only odd numbers of the street.",
            "field", "waiting", "weekly", "6-20", accepted="Lists go by neighbourhood from now on.",
            fixed="Done: whoever is in your street sees your whole street.", minutes=30,
        ),
    ),
)  # fmt: skip

HOUSING_STORY = PlanStory("housing", "running", HOUSING, started=-296, submitted=-282, decided=-270, verdict="accept")

HOUSING_NEXT = PlanText(
    title="Heating that works on Friday works on Saturday",
    outcome="Families whose heating fails are helped within a day, also at weekends.",
    mission="nobody sleeps in a coat.",
    problem="Heating fails on cold days, and cold days do not end on Friday at 4 pm. We do.",
    customers="About 300 families a winter.",
    changes=(ChangeWords("Someone on call at weekends.", "people", "Region", "needs_money"),),
    channels=("phone",),
    milestones=(PromiseWords("List of plumbers who come on Sunday", "Liam Doyle", "Ten names", 35),),
)

HOUSING_BACK = PlanStory(
    "housing", "coming", HOUSING_NEXT, started=-24, submitted=-11, decided=-7, verdict="return",
    reason="We believe the problem. But the only change needs money, and a plan shows first what can be done with what is "
    "there: could the fire service's weekend desk take the call, could the plumbers be paid from the repair budget? Give "
    "one number that you will watch, and hand it in again.",
)  # fmt: skip

JOBS = PlanText(
    title="The same adviser from the first talk to the first wage",
    outcome="A person looking for work talks to one adviser, who knows what was agreed last time.",
    mission="finding work does not begin with telling one's life again.",
    problem="On average people meet **five advisers** in three months. Each begins anew. 38 in 100 do not come to the "
    "third talk, and half of them say why: “nobody remembers me”.",
    customers="4,100 people a year; the journey begins with a letter of dismissal or the end of school.",
    today="Whoever is free takes the next number.",
    after="Each adviser keeps 60 people; the number at the door is only for questions.",
    days=(96, 75),
    people="Carla Romano, Ben Achterberg, nine advisers.",
    risks="Advisers fall ill: pairs stand in for each other, and both know both lists.",
    changes=(
        ChangeWords("Fixed advisers in pairs.", "process", "Our own team"),
        ChangeWords("The number at the door is for questions under five minutes.", "process", "Office head"),
    ),
    channels=("counter",),
    milestones=(
        PromiseWords("Pairs and lists", "Carla Romano", "The lists", -230, (("done", -228, "Nine pairs, 60 people each.", 0),)),
        PromiseWords("Half a year: go on or stop", "Carla Romano", "Third talks kept", -60, (), True),
        PromiseWords("Employers know the pairs", "Ben Achterberg", "Letter to 80 employers", 12),
    ),
    measures=(
        MeasureText(
            "People who come to the third talk", "outcome", "percent", "up", "Diary of talks",
            Series(62, 66, 3.2, changed=-228, ramp=2, stops=4), definition="Share of those invited.",
            coverage="All who had a first talk three months ago.", change="Fixed advisers", baseline=62, target=80, promised=30,
        ),
    ),
    reports=(
        ReportText(
            "He said: you are the fourth one who asks me what I did before. It is written in the system, but nobody has the "
            "time to read before calling the number.",
            "counter", "applying", "daily", "21-100", accepted="One adviser each is our plan.",
            seen=("I do it too. Seven minutes per person is not enough to read.",), minutes=15,
        ),
    ),
)  # fmt: skip

JOBS_STORY = PlanStory("jobs", "running", JOBS, started=-294, submitted=-279, decided=-266, verdict="accept")

JOBS_PAST = PlanText(
    title="Job offers by text message",
    outcome="People hear of a fitting job the day it comes in.",
    mission="offers reach people before they are gone.",
    problem="Offers hang on a wall in the hall for a week.",
    changes=(
        ChangeWords(
            "Send offers by text message.", "technology", "Region", "within_resources",
            "How an offer reaches the people it fits", "Carla Romano, job centre", "Text message desk of the region",
        ),
    ),
    channels=("web",),
    milestones=(
        PromiseWords("First messages", "Carla Romano", "100 sent", -640, (("drop", -600, "The provider closed.", 0),)),
    ),
)
JOBS_STOPPED = PlanStory(
    "jobs",
    "past",
    JOBS_PAST,
    started=-750,
    submitted=-736,
    decided=-722,
    verdict="accept",
    ending="stopped",
    ended=-590,
)

_LONG = (
    "The register of dogs, the register of boats, the register of trailers and the register of street stalls were begun in "
    "different decades by different people, and each of them has its own form, its own fee, its own fee exemption, its own "
    "proof of address and its own opening hours. A woman who sells soup from a trailer at the harbour and keeps a dog has to "
    "come on four days of the week, and on each of them she is asked for the same electricity bill. "
)
LICENCES = PlanText(
    title="One form for dogs, boats, trailers and stalls",
    outcome="Whoever registers two things comes once.",
    mission="a small business spends its morning on customers.",
    problem="\n\n".join([_LONG + "We counted a week in each season."] * 6),
    customers="\n\n".join([_LONG] * 3),
    today=_LONG * 2,
    after="One form with four boxes, one fee table, open every day. " * 6,
    days=(19, 2),
    people="Maria Kowalski and everybody who has ever worked at one of the four windows. " * 4,
    risks="The fee exemptions differ by law for boats. " * 10,
    changes=(
        ChangeWords("One form with four boxes.", "process", "Our own team"),
        ChangeWords("One proof of address for everything, valid for a year.", "policy", "Office head"),
        ChangeWords("All four windows open every day.", "people", "Office head", "within_resources"),
    ),
    channels=("counter", "mail"),
    milestones=(PromiseWords("Draft of the form", "Maria Kowalski", "The form", 50),),
)
TOO_LONG = PlanStory("licences", "coming", LICENCES, started=-15)

EMPTY = PlanStory("pensions", "coming", PlanText(title=""), started=-4)

STORIES = (HOUSING_STORY, HOUSING_BACK, JOBS_STORY, JOBS_STOPPED, TOO_LONG, EMPTY)
