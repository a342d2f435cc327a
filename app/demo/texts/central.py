"""Plans of the central services: the benefits line that won positions with data, claims, certificates, badges."""

from app.demo.texts.kinds import (
    ChangeWords,
    MeasureText,
    PlanStory,
    PlanText,
    PromiseWords,
    ReportText,
    Series,
)

BENEFITS = PlanText(
    title="A question answered in 20 minutes, by a person who knows",
    outcome="Whoever asks us by chat or e-mail gets a correct answer within 20 minutes, in working hours, from someone "
    "who can see the case.",
    mission="a family decides about work, school or rent with facts, not with what a neighbour heard.",
    problem="A question by e-mail takes us **9 days**. By then people have called three times, and each call is a new "
    "person reading the case from the start. We counted one week: of 6,100 calls, 2,700 were about an e-mail that nobody "
    "had answered yet.\n\nThe rule behind it is ours: questions go to the unit that made the decision, by internal post.",
    customers="Everyone with a benefit, 210,000 people; and those who wonder whether to apply. Most have a question long "
    "before they have a form.",
    today="Mail is printed, sorted by letter of the name, and put on the desk of the unit that decided.",
    after="Eight people with access to all systems answer at once. What they cannot answer, they ask while the customer "
    "is still there.",
    days=(9, 1),
    people="Ellen Marsh, Arjun Patel and six volunteers from three units; the union's delegate; IT for four days.",
    risks="**Wrong answers.** Every twentieth is read by a second person. **Calls grow because it works.** We watch the "
    "phone line and slow down if waiting there grows. **Way back:** the post round still runs until the decision point.",
    changes=(
        ChangeWords("Answer where the question arrives; the unit that decided is asked by chat, not by post.", "policy",
                    "Head of Central Services"),
        ChangeWords("Eight volunteers answer for two hours a day each.", "people", "Unit heads", "within_resources"),
        ChangeWords("One page of ready answers to the 40 most common questions, kept by those who answer.", "process",
                    "Our own team"),
    ),
    channels=("chat", "email"),
    milestones=(
        PromiseWords("Pilot with one unit", "Ellen Marsh", "2,000 answers with their times", -240,
                     (("start", -265, "", 0), ("done", -243, "2,340 answers, median 17 minutes, 2 in 100 wrong.", 0))),
        PromiseWords("All units can be asked by chat", "Arjun Patel", "List of who answers for each unit", -205,
                     (("done", -209, "All eleven units on the list.", 0),)),
        PromiseWords("Show leadership the data: go on or stop", "Ellen Marsh", "One page with the figures", -170,
                     (("done", -172, "Shown on one page; asked for positions in the next round.", 0),), True),
    ),
    measures=(
        MeasureText(
            "Minutes until a written question is answered", "outcome", "minutes", "down", "Chat and mail system",
            Series(4300, 18, 380, changed=-262, ramp=3), definition="Working minutes from arrival to the answer that "
            "closes the question. Median of the month.", coverage="Chat and e-mail; letters are not counted.",
            change="Answered where it arrives", baseline=4300, target=20, promised=-90,
        ),
        MeasureText(
            "Questions answered", "process", "count", "up", "Chat and mail system",
            Series(9800, 41500, 900, changed=-262, ramp=4), definition="Written questions closed in the month.",
            coverage="Chat and e-mail.", change="Answered where it arrives", baseline=9800, target=30000, promised=-30,
        ),
        MeasureText(
            "Wrong answers found by the second reader", "balancing", "per_100", "keep", "Sample of every twentieth answer",
            Series(2.4, 2.2, 0.6, decimals=1), definition="Answers with a mistake that could cost money, out of 100 read.",
            coverage="Every twentieth answer.", change="Answered where it arrives", baseline=2.4, target=4, promised=30,
        ),
    ),
    reports=(
        ReportText(
            "People call three times about one e-mail. I can see in the system that it lies on a desk in another building, "
            "but I cannot see what it says, so I start from the beginning each time.",
            "phone", "waiting", "daily", "more", suggestion="Let us read the e-mails.",
            accepted="2,700 calls a week come from this. It is the reason for our plan.",
            fixed="Everyone on the line now sees what was written, and most questions are answered before anyone calls.",
            confirmed="Yes. Yesterday I had two such calls instead of thirty.",
            seen=("Every single day.", "The chat team has the same wall."), minutes=12,
        ),
        ReportText(
            "A man asked whether he may work ten hours without losing his benefit. The answer took two weeks. The employer "
            "gave the job to someone else.",
            "email", "deciding", "weekly", "6-20",
            accepted="Taken into the plan: a question before a decision is worth most when it is answered at once.",
            seen=("Same with school meals in August.",), minutes=30,
        ),
    ),
)  # fmt: skip

BENEFITS_TWO = PlanText(
    title="A question answered in 20 minutes, by a person who knows, also in the evening",
    after="Eighteen people with access to all systems answer at once, from 8:00 to 20:00. What they cannot answer, they ask "
    "while the customer is still there.",
    people="Ellen Marsh, Arjun Patel, ten new colleagues, six volunteers from three units; the union's delegate.",
    milestones=(
        PromiseWords(
            "Ten new colleagues trained",
            "Ellen Marsh",
            "Ten people answer alone",
            -55,
            (("start", -64, "", 0), ("done", -48, "The tenth started a week late.", 0)),
        ),
        PromiseWords(
            "Evening hours until 20:00", "Arjun Patel", "Answers given after 17:00", 20, (("start", -15, "", 0),)
        ),
    ),
)

BENEFITS_STORY = PlanStory(
    "benefits-line", "running", BENEFITS, started=-299, submitted=-286, decided=-274, verdict="accept",
    second=PlanStory("benefits-line", "running", BENEFITS_TWO, started=-84, submitted=-77, decided=-70, verdict="accept"),
)  # fmt: skip

DISABILITY = PlanText(
    title="One medical letter instead of four",
    outcome="A person who claims is examined once and asked for one letter. The decision comes within 60 days.",
    mission="people who are ill spend their strength on getting better, not on us.",
    problem="We ask for a medical letter at the claim, at the review, at the appeal and at renewal, each time on another "
    "form. Doctors charge for each. **41 in 100 claims** wait only because a letter is missing, and half of the letters say "
    "what we already had on file.",
    customers="About 8,400 people a year, most of them over 50. Their journey begins with a diagnosis.",
    today="Four letters on four forms, each requested by post by the section that needs it.",
    after="One form, written with three doctors. Whoever needs it reads it in the file.",
    days=(118, 60),
    people="Rosa Jimenez, Martin Vogel, two medical reviewers, Dr. Hannah Weiss for the doctors' association.",
    risks="A letter may be too old by the time of an appeal: the reviewer may ask again, and writes why. If more than 10 in "
    "100 are asked again, the form is wrong and we rewrite it.",
    changes=(
        ChangeWords("One form for all four steps.", "process", "Our own team"),
        ChangeWords("A letter stays valid for 18 months.", "policy", "Head of Central Services, within regulation 7.2"),
        ChangeWords("Reviewers read the file before they ask.", "process", "Section heads"),
    ),
    channels=("mail",),
    milestones=(
        PromiseWords("Form agreed with the doctors' association", "Rosa Jimenez", "Their letter", -230,
                     (("done", -222, "Agreed; they asked for one line less.", 0),)),
        PromiseWords("18 months in the handbook", "Amina Diallo", "The page", -200, (("done", -201, "In force.", 0),)),
        PromiseWords("All sections use the form", "Martin Vogel", "Old forms out of print", -140,
                     (("start", -180, "", 0), ("replan", -150, "Appeals need their own training first.", -95),
                      ("done", -98, "Last old form shredded on camera.", 0))),
        PromiseWords("Decide on doctors sending it online", "Rosa Jimenez", "Costs and risks on one page", 33, (), True),
    ),
    measures=(
        MeasureText(
            "Days from claim to decision", "outcome", "days", "down", "Claims register",
            Series(118, 74, 7, changed=-200, ramp=4), definition="Calendar days, median of decisions in the month.",
            coverage="First claims.", change="One letter is enough", baseline=118, target=60, promised=45,
        ),
        MeasureText(
            "Claims waiting for a letter", "process", "percent", "down", "Claims register, last working day",
            Series(41, 17, 2.6, changed=-200, ramp=3), definition="Share of open claims where only a letter is missing.",
            coverage="All open claims.", change="One letter is enough", baseline=41, target=15, promised=45,
        ),
    ),
    reports=(
        ReportText(
            "A woman with cancer paid her doctor four times for the same letter. She laid all four on my desk. Only the form "
            "numbers differ.",
            "mail", "applying", "weekly", "21-100", suggestion="Read the file before we ask.",
            accepted="We laid your four forms side by side at the plan's first meeting. One is enough.",
            seen=("I send about thirty such requests a week myself, and feel bad about it.",), minutes=60,
        ),
    ),
)  # fmt: skip

DISABILITY_TWO = PlanText(
    title="One medical letter instead of four, sent by the doctor",
    after="One form, written with three doctors, sent online from the practice. Whoever needs it reads it in the file.",
)

DISABILITY_STORY = PlanStory(
    "disability", "running", DISABILITY, started=-297, submitted=-280, decided=-268, verdict="accept",
    second=PlanStory("disability", "running", DISABILITY_TWO, started=-12),
)  # fmt: skip

RECORDS = PlanText(
    title="A certificate while you wait",
    outcome="Whoever needs a certificate from window 4 goes home with it, or has it in the mailbox the same day.",
    mission="nobody misses a school place, a job or a funeral for want of our stamp.",
    problem="A certificate takes **11 days**, of which the stamp takes one minute. Requests are collected in a tray until "
    "Friday, because the sealing press is in the basement and the key is with one person.",
    customers="26,000 requests a year: new parents, the bereaved, people who start a job.",
    today="Tray, Friday round, basement, post.",
    after="The press stands behind window 4, three people have the key.",
    days=(11, 1),
    people="Helen Park, Oscar Nyberg, the three colleagues of window 4, house services.",
    risks="The seal could be misused with three keys: every use is written in the book, and the book is counted each Friday.",
    changes=(
        ChangeWords("The press moves to window 4; three people hold the key.", "policy", "Registrar"),
        ChangeWords("No Friday round: sealed when asked.", "process", "Our own team"),
    ),
    channels=("counter", "web"),
    milestones=(
        PromiseWords("Press behind window 4", "Oscar Nyberg", "It stands there", -215, (("done", -214, "Two men, one hour.", 0),)),
        PromiseWords("Certificates on the spot, every day", "Helen Park", "Weekly count", -190, (("done", -188, "Since Monday.", 0),)),
        PromiseWords("Orders from the web sealed the same day", "Helen Park", "Weekly count", -4, (("start", -40, "", 0),)),
    ),
    measures=(
        MeasureText(
            "Days until a certificate is in hand", "outcome", "days", "down", "Register of requests",
            Series(11, 0.6, 1.2, changed=-214, ramp=2, decimals=1), definition="Working days from request to hand-over "
            "or posting. Mean of the month.", coverage="Counter and web.", change="Press at window 4", baseline=11,
            target=1, promised=-60,
        ),
        MeasureText(
            "Seals that do not match the book", "balancing", "count", "keep", "Friday count",
            Series(0.2, 0.2, 0.1, changed=-214), definition="Seals used without an entry.", coverage="All three keys.",
            change="Press at window 4", baseline=0, target=2, promised=45,
        ),
    ),
    reports=(
        ReportText(
            "A father came for the third time for a birth certificate. The stamp takes one minute, but the press is in the "
            "basement and the key is on holiday.",
            "counter", "waiting", "weekly", "21-100", suggestion="Put the press here.",
            accepted="We will. The key too.", fixed="The press stands behind window 4. Come and try it.",
            confirmed="I sealed four today.", seen=("Funeral homes send a driver each day, for nothing.",), minutes=45,
        ),
    ),
)  # fmt: skip

RECORDS_FIRST = PlanText(
    title="Faster certificates",
    outcome="Certificates will be faster.",
    problem=RECORDS.problem,
    changes=RECORDS.changes[:1],
    measures=RECORDS.measures[:1],
    milestones=RECORDS.milestones,
    channels=("counter",),
    reports=RECORDS.reports,
)

RECORDS_STORY = PlanStory(
    "records", "running", RECORDS_FIRST, started=-298, submitted=-289, decided=-283, verdict="return",
    reason="The idea is good and costs nothing. Two things are missing: what exactly the customer gets (how many days, at "
    "which window), and how we will notice if the seal is misused. Add both and it can go.",
    second=PlanStory("records", "running", RECORDS, started=-279, submitted=-274, decided=-268, verdict="accept"),
)  # fmt: skip

RECORDS_READY = PlanText(
    title="A corrected name in one visit",
    outcome="Whoever finds a mistake in their name or date leaves with the corrected record after one visit.",
    mission="nobody has to explain for years why their papers do not match.",
    problem="A mistake that **we** made costs the customer three visits and 34 days: a form, a hearing, a new request. In "
    "9 of 10 cases the paper they bring proves the mistake at once.",
    customers="About 700 people a year; many find the mistake on the day they need the paper.",
    today="Form 12, then a hearing date, then a new request for the certificate.",
    after="The clerk corrects a plain mistake with a colleague as second signature, and prints the new certificate.",
    days=(34, 1),
    people="Helen Park, Oscar Nyberg, the registrar.",
    risks="A correction could be wrong: two signatures, and the old entry stays readable under the new one.",
    changes=(
        ChangeWords("Plain mistakes are corrected by two clerks without a hearing.", "policy", "Registrar, regulation 3.1 allows it"),
        ChangeWords("The new certificate is free where the mistake was ours.", "policy", "Head of Central Services", "within_resources"),
    ),
    channels=("counter",),
    milestones=(
        PromiseWords("List of what counts as a plain mistake", "Helen Park", "One page, signed", 40),
        PromiseWords("First corrections at the window", "Oscar Nyberg", "Twenty with both signatures", 75),
        PromiseWords("Go on or stop", "Helen Park", "Figures of three months", 160, (), True),
    ),
    measures=(
        MeasureText(
            "Days until a plain mistake is corrected", "outcome", "days", "down", "Register of corrections",
            Series(34, 34, 2), definition="Calendar days from the first visit to the corrected record. Mean.",
            coverage="Plain mistakes.", baseline=34, target=1, promised=280,
        ),
    ),
)  # fmt: skip

READY = PlanStory("records", "coming", RECORDS_READY, started=-18)

BADGES = PlanText(
    title="Renew a badge without proving again that a leg does not grow back",
    outcome="People with a permanent disability keep their badge without a new examination.",
    mission="nobody is asked to prove what cannot change.",
    problem="Every three years we asked everyone for a medical letter, also those whose file said *permanent*. 6 in 10 "
    "renewals were such files. It took 47 days, and badges ran out meanwhile.",
    customers="5,200 people with a badge; the journey begins with a letter that frightens them.",
    today="Letter, doctor, post, check, new badge.",
    after="Where the file says permanent, the new badge comes by post before the old one runs out.",
    days=(47, 10),
    people="Dev Chatterjee and the four of us.",
    risks="A badge could go to someone who has died: we match with the register each month.",
    changes=(ChangeWords("No letter where the file says permanent.", "policy", "Office head"),),
    channels=("mail", "counter"),
    milestones=(
        PromiseWords("Rule signed", "Dev Chatterjee", "The page", -690, (("done", -692, "Signed.", 0),)),
        PromiseWords("First badges by post", "Dev Chatterjee", "100 badges", -650, (("done", -644, "112 in the first week.", 0),)),
        PromiseWords("All permanent files renewed this way", "Dev Chatterjee", "No letter sent", -520, (("done", -528, "None since.", 0),)),
    ),
    measures=(
        MeasureText(
            "Days to renew a badge", "outcome", "days", "down", "Badge register",
            Series(47, 6, 4, changed=-545, ramp=2, decimals=0), definition="Calendar days, mean of the month.",
            coverage="Renewals.", change="No letter where permanent", baseline=47, target=10, promised=-440,
        ),
    ),
    reports=(
        ReportText(
            "A man without legs asked me whether he should bring them as proof. He was joking. I was not able to laugh.",
            "counter", "applying", "monthly", "6-20", suggestion="Look into the file before the letter goes out.",
            accepted="We will not ask again where the file says permanent.",
            fixed="No such letter has left the house since the rule was signed.", confirmed="True. Thank you.", minutes=90,
        ),
    ),
)  # fmt: skip

BADGES_STORY = PlanStory(
    "permits", "past", BADGES, started=-752, submitted=-738, decided=-724, verdict="accept", ending="completed", ended=-432,
)  # fmt: skip

BADGES_NEXT = PlanStory("permits", "coming", PlanText(
    title="A badge for the day of the operation",
    outcome="Someone who cannot walk for six weeks gets a short badge within two days.",
    problem="We only know badges for three years. Who breaks a leg waits longer for us than for the bone.",
), started=-9)  # fmt: skip

STORIES = (BENEFITS_STORY, DISABILITY_STORY, RECORDS_STORY, READY, BADGES_STORY, BADGES_NEXT)
