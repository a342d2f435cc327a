"""What lies on Dana Whitfield's table at Child Support today, and what her colleague Nadia Osei reported and heard back."""

from app.demo.texts.kinds import ReportText as R
from app.demo.texts.kinds import Told

REPORTS = (
    Told(
        R("The new order goes to the employer by post although we have the payroll's e-mail in the file. Two payrolls asked me "
          "why we still print.", "mail", "receiving", "daily", "6-20", suggestion="Send it by e-mail and note when it was read.",
          seen=("Four employers asked me the same.", "One said he throws paper away unread."), minutes=10),
        "child-support", "kofi", 26, (("acknowledged", 24),), 2),
    Told(
        R("Fathers who pay on time get the same red warning letter as those who owe two years. One of them tore it up at my desk.",
          "mail", "after", "weekly", "21-100", suggestion="A plain statement for those who pay.", seen=("We get calls for days after it is sent.",),
          minutes=15),
        "child-support", "colleague", 21, (("acknowledged", 20),), 2),
    Told(
        R("When a child turns 18 in the middle of the month, payments stop on the first. The rent does not.",
          "phone", "receiving", "monthly", "6-20", seen=("Two this month.",), minutes=30),
        "child-support", "", 19, (("acknowledged", 17),), 1),
    Told(
        R("The front desk closes at 16:00 and school ends at 16:15. Mothers run in at the last minute or come with a sick child.",
          "counter", "deciding", "daily", "21-100", suggestion="One late day a week.", seen=("Every afternoon.",)),
        "child-support", "bea", 12, (("acknowledged", 10),), 3),
    Told(
        R("“My case” shows the payment as “pending” for six days after the money is on the account. They call because they believe "
          "the screen.", "web", "receiving", "daily", "21-100", seen=("My most frequent call this week.", "Same."), minutes=8),
        "child-support", "colleague", 5, (), 3),
    Told(
        R("An interpreter was booked for Dari, the mother speaks Pashto. It was in the file, but the booking form has no field for it.",
          "counter", "applying", "monthly", "1-5", suggestion="A field.", minutes=60),
        "child-support", "bea", 3, (), 1),
    Told(
        R("A father asked where he can see how the amount was computed. I could not find it either.", "phone", "deciding", "weekly",
          "6-20", seen=("I draw it on paper for them.",)),
        "child-support", "kofi", 2, (), 1),
    Told(
        R("The number at the door skips from 99 to 1, and then two people have 7.", "counter", "applying", "weekly", "6-20"),
        "child-support", "", 1),
    Told(
        R("Grandparents who raise a child are told to “ask the mother to apply”. In three cases this month there is no mother to ask.",
          "counter", "aware", "monthly", "1-5", ask="Can you tell me what was written in the three files, without names? I want to show the region.",
          minutes=45),
        "child-support", "colleague", 9, (("acknowledged", 8), ("asked", 6))),
    Told(
        R("The hold music on the case line is so loud that older callers put the phone away and miss their turn.", "phone", "waiting",
          "daily", "21-100", accepted="Telecom can turn it down for our line. I asked for it today and for a voice that says one's place.",
          seen=("They shout when we answer.",), minutes=5),
        "child-support", "colleague", 7, (("acknowledged", 6), ("accepted", 2)), 2),
    Told(
        R("We ask parents to bring the other parent's tax number. They left him because he hides exactly such things.", "counter",
          "applying", "weekly", "6-20", suggestion="Ask the tax office, as we may.",
          accepted="You are right, we may ask the tax office ourselves. The line leaves the form with the next print.",
          fixed="The line is off the form and we ask the tax office ourselves. Old forms are in the recycling.", minutes=30),
        "child-support", "colleague", 48, (("acknowledged", 46), ("accepted", 38), ("fixed", 3))),
    Told(
        R("Letters about a hearing come in an envelope with our name in large red type. Neighbours read it in the hall.", "mail", "waiting",
          "monthly", "6-20", declined="The red name is on all envelopes of the department, printed until March. I asked that the next lot "
          "carries only the return address, and got that in writing. Until then hearing letters go out in plain white ones, by hand."),
        "child-support", "colleague", 16, (("acknowledged", 14), ("declined", 4))),
    Told(
        R("Since orders are written at the desk, the desk has one printer for six people.", "counter", "applying", "daily", "6-20",
          accepted="A second printer comes from the drafting unit.", fixed="It stands between desks 3 and 4.", confirmed="It does. Thank you."),
        "child-support", "colleague", 120, (("acknowledged", 119), ("accepted", 112), ("fixed", 98), ("confirmed", 97))),
)  # fmt: skip
