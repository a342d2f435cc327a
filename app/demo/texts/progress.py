"""What progress reports say, and what is asked for with them. Days are counted from the reference day."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ReportStory:
    """A report on the quarter before its day. `scope`: a key of a plan, of an office, or "program"."""

    key: str
    scope: str
    about: str
    by: str
    day: int
    went_well: str
    did_not: str
    we_ask: str
    is_draft: bool = False
    corrects: str = ""
    reason: str = ""


@dataclass(frozen=True)
class RequestStory:
    """What a plan asks in a round, resting on a report; `outcome` and the rest are the leader's. Money in cents."""

    key: str
    plan: str
    report: str
    by: str
    title: str
    positions: int
    money: int
    for_what: str
    if_no: str
    is_draft: bool = False
    outcome: str = ""
    granted: tuple[int, int] = (0, 0)
    why: str = ""
    conditions: str = ""


@dataclass(frozen=True)
class RoundStory:
    """An envelope with its days and requests. `asked` is the day the first request is handed in."""

    name: str
    positions: int
    money: int
    opens: int
    closes: int
    decide_by: int
    asked: int
    decided: int | None
    requests: tuple[RequestStory, ...]


REPORTS = (
    ReportStory(
        "benefits-first", "plan", "running:benefits-line", "ellen", -143,
        "The pilot holds: half of the questions are answered within 20 minutes. Mistakes are not more than before. People write "
        "to thank us, which nobody here had seen.",
        "Calls have not fallen yet as we hoped; people call out of habit.",
        "Ten positions, so that the volunteers can go back to their units and the rest of the country gets the same.",
    ),
    ReportStory(
        "housing-first", "plan", "running:housing", "joyce", -141,
        "Inspectors no longer cross the same bridge four times. In town the first visit comes a little sooner.",
        "Seven days is far away. The neighbourhood map came late and the nurses cannot report yet.",
        "Two more inspectors.",
    ),
    ReportStory(
        "records-first", "plan", "running:records", "helen", -140,
        "Certificates are in hand in minutes. The press moved in an hour.",
        "Web orders still wait for the afternoon.",
        "A second press for the branch in Ashford.",
    ),
    ReportStory(
        "child-support-first", "plan", "running:child-support", "champion", -112,
        "All six desks write orders. The judge agreed in writing that we go on: 2 in 100 are sent back, as before.",
        "Desk 5 came nine days late. E-mail to employers has not begun.",
        "Nothing. Please come and look.",
    ),
    ReportStory(
        "benefits-wrong", "plan", "running:benefits-line", "ellen", -30,
        "341,000 questions answered since the start, half of them in under 18 minutes. The ten positions are filled.",
        "The tenth colleague began a week late. Evening hours are promised but not there: the building closes at 18:00.",
        "Five more positions for the evening.",
    ),
    ReportStory(
        "benefits", "plan", "running:benefits-line", "ellen", -24,
        "330,000 questions answered since the start, half of them in under 18 minutes. The ten positions of the last round are "
        "filled and trained. Calls about e-mails have almost stopped.",
        "The tenth colleague began a week late. Evening hours are promised but not there: the building closes at 18:00 and "
        "nobody had asked.",
        "Five more positions for the evening, on the same proof as before: tell us which numbers you want to see.",
        corrects="benefits-wrong", reason="The test week was counted twice: 330,000 questions, not 341,000.",
    ),
    ReportStory(
        "child-support", "plan", "running:child-support", "champion", -18,
        "An order takes one day, month after month. It cost nothing: one line of our own manual and six weeks of teaching. "
        "The judge sends back as few as before. Calls about orders fell from 410 a month to about 60, and the two colleagues "
        "who answered them now call employers.",
        "Sending orders to employers by e-mail is late: eleven of the twenty largest want a form that we do not have. We "
        "dropped the kiosk, since nobody waits in the hall any more.",
        "Tell the other child support offices that they may change their manual too. And half a position for six months, to "
        "visit them and teach: they ask us every week.",
    ),
    ReportStory(
        "disability", "plan", "running:disability", "rosa", -17,
        "The decision comes in 74 days instead of 118. Claims that wait only for a letter fell from 41 to 17 in 100.",
        "Appeals were seven weeks late, because we had not asked them before we promised.",
        "A word from leadership to the doctors' association that online letters are wanted.",
    ),
    ReportStory(
        "izmir", "plan", "running:izmir", "ayse", -17,
        "Yardım kararı artık 6 günde çıkıyor. Aileler aynı belgeyi ikinci kez getirmiyor.",
        "Mahalle muhtarlarıyla toplantı iki kez ertelendi.",
        "Diğer şubelerin de kayıtlara kendilerinin bakmasına izin verilmesini istiyoruz.",
    ),
    ReportStory(
        "amman", "plan", "running:amman", "layla", -16,
        "صار الموعد يُعطى خلال يومين بدل ثلاثة أسابيع، ولم تعد الأمهات ينتظرن في الممر.",
        "تأخر تدريب موظفي الاستقبال أسبوعين بسبب العطلة.",
        "نطلب أن يُسمح لبقية المكاتب بإلغاء ختم الاستعلام كما فعلنا.",
    ),
    ReportStory(
        "north", "office", "north", "sponsor", -14,
        "One office changed one line of its manual and a wait of 72 days became one. Two others will do the same this year.",
        "The job centre has not sent numbers for months. I have talked to them.",
        "Let offices change their own manuals without asking the department first.",
    ),
    ReportStory(
        "program", "program", "", "program", -12,
        "Most plans cost nothing and change a rule that we made ourselves. Frontline reports are answered: most within the "
        "promised days, all with a reason.",
        "Housing gets worse although it works hard. Two plans stopped sending numbers.",
        "That every region reads the stories at its next meeting and copies one.",
    ),
    ReportStory(
        "child-support-draft", "plan", "running:child-support", "champion", -2,
        "Employers' e-mail addresses: nine of twenty.", "", "", is_draft=True,
    ),
)  # fmt: skip

ROUNDS = (
    RoundStory(
        "Spring envelope", 1200, 6_000_000, -150, -128, -106, -135, -118,
        (
            RequestStory(
                "benefits-ten", "running:benefits-line", "benefits-first", "ellen", "Ten people who answer at once",
                1000, 0,
                "Ten positions for the chat and mail team, so that all units' questions are answered within 20 minutes and the "
                "six volunteers go back to their desks.",
                "The pilot ends with the volunteers' patience, about six weeks from now, and questions take nine days again.",
                outcome="approved",
                why="The numbers are there: from nine days to minutes, with no more mistakes than before, for half a year. This "
                "is what money is for.",
                conditions="All ten trained by the end of the cycle. Show in the next round how many questions are answered "
                "and how many calls that saves.",
            ),
            RequestStory(
                "housing-two", "running:housing", "housing-first", "joyce", "Two more inspectors", 200, 0,
                "Two inspectors for Riverside.", "Visits stay where they are.", outcome="declined",
                why="The visits by neighbourhood have only begun and the numbers do not show yet what they bring. With two more "
                "people we would not learn it. Come back when three months of the new lists are in.",
            ),
            RequestStory(
                "records-press", "running:records", "records-first", "helen", "A second sealing press for Ashford", 0, 1_450_000,
                "One press, 14,500 dollars, for the branch in Ashford, which sends its requests to us by car.",
                "The car drives on, twice a week.", outcome="part", granted=(0, 600_000),
                why="There is a press in the archive that nobody uses. 6,000 dollars are enough to repair and move it.",
                conditions="The archive keeps the right to borrow it in December.",
            ),
        ),
    ),
    RoundStory(
        "Autumn envelope", 800, 4_000_000, -21, 13, 27, -11, None,
        (
            RequestStory(
                "benefits-five", "running:benefits-line", "benefits", "ellen", "Five more, for the evening", 500, 0,
                "Five positions from 16:00 to 20:00. A third of all questions come after we have closed; they wait until the "
                "morning and half of them become calls.",
                "Evening questions wait 14 hours, as today.",
            ),
            RequestStory(
                "child-support-half", "running:child-support", "child-support", "champion",
                "Half a position to teach 72-to-1 to other offices", 50, 0,
                "Half a position for six months: two weeks in each child support office, one line of the manual, the desks next "
                "to each other.",
                "We go on by telephone. Harlow will manage; Easton and Weston have asked twice and wait.",
            ),
            RequestStory(
                "disability-online", "running:disability", "disability", "rosa", "Letters sent online by the doctor", 0, 1_800_000,
                "18,000 dollars for a safe way from the practice to the file.", "Post, four days each way.", is_draft=True,
            ),
        ),
    ),
)  # fmt: skip
