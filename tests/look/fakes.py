"""Invented things to draw: what the macros are given by the pages. No app, no database."""

from types import SimpleNamespace as Thing

from wtforms import (
    BooleanField,
    DateField,
    FileField,
    Form,
    IntegerField,
    PasswordField,
    StringField,
    TextAreaField,
    validators,
)

from app.web.fields import RadioField, SelectField, SelectMultipleField

FIELD_LABELS = {
    "ltr": {
        "what": "What happens?",
        "often": "How often?",
        "channel": "How do they reach us?",
        "who": "Who may know it was you?",
        "number": "Positions",
    },
    "rtl": {
        "what": "ماذا يحدث؟",
        "often": "كم مرة؟",
        "channel": "كيف يصلون إلينا؟",
        "who": "من يعرف أنك أنت؟",
        "number": "الوظائف",
    },
}


class SampleForm(Form):
    """One field of each kind."""

    what = TextAreaField("What happens?", [validators.InputRequired("write one thing")])
    title = StringField("Title")
    often = RadioField(
        "How often?",
        choices=[("daily", "Daily"), ("weekly", "Weekly"), ("monthly", "Monthly"), ("once", "Once")],
    )
    channel = SelectField("How do they reach us?", choices=[("counter", "Counter"), ("phone", "Phone")])
    who = RadioField(
        "Who may know it was you?",
        choices=[("nobody", "Nobody"), ("champion", "Only the champion of this office"), ("all", "Everyone")],
    )
    kinds = SelectMultipleField("Which channels?", choices=[("web", "Web"), ("mail", "Mail")])
    agree = BooleanField("I counted this myself")
    due = DateField("By when", [validators.Optional()])
    number = IntegerField("Positions")
    password = PasswordField("Your password, to sign")
    photo = FileField("Photo")


def sample_form(direction: str) -> SampleForm:
    """A form with a choice made by a fake person, one error and everything typed kept."""
    form = SampleForm(data={"what": STORY[direction], "often": "daily", "who": "nobody", "number": 4})
    for name, label in FIELD_LABELS[direction].items():
        form[name].label.text = label
    form.number.errors = ["Only 2 are left in the round"]
    return form


STORY = {
    "ltr": "People get our letter and call the number on it. It rings and rings. "
    "Then they come to the counter angry, with the letter in their hand.",
    "rtl": "تصل الناس رسالتنا فيتصلون بالرقم المكتوب فيها، فيرن ولا يجيب أحد. ثم يأتون إلى الشباك غاضبين.",
}
TITLES = {
    "ltr": [
        "The letter says “call us”, but the number on it rings out",
        "Parents wait ten weeks for an order they have already agreed on",
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsformular",
    ],
    "rtl": [
        "الرسالة تقول «اتصلوا بنا»، لكن الرقم المكتوب فيها لا يجيب",
        "ينتظر الوالدان عشرة أسابيع لأمر اتفقا عليه بالفعل",
        "نموذج الويب يمحو كل شيء بعد 20 دقيقة (PDF / Web)",
    ],
}
VIEWER = Thing(display_name="Dana Whitfield", initials="DW")
NAVIGATION = [
    Thing(label="Today", href="#", current=False, count=2),
    Thing(label="Pain points", href="#", current=True, count=None),
    Thing(label="My plan", href="#", current=False, count=None),
    Thing(label="The year", href="#", current=False, count=None),
    Thing(label="Reports", href="#", current=False, count=None),
]
CLOCKS = [
    Thing(kind="running", used=0.2, label="9 days left", due=None),
    Thing(kind="running", used=0.7, label="3 days left", due="Tue 22 Dec"),
    Thing(kind="today", used=1, label="today", due=None),
    Thing(kind="late", used=1, label="3 days late", due=None),
    Thing(kind="paused", used=0.5, label="waits for reporter", due=None),
    Thing(kind="done", used=1, label="answered in 4 days", due=None),
]
STATES = [
    "received",
    "acknowledged",
    "accepted",
    "in_plan",
    "fixed",
    "confirmed",
    "needs_facts",
    "rerouted",
    "declined",
    "duplicate",
    "closed",
    "draft",
    "planned",
    "started",
    "done",
    "dropped",
    "submitted",
    "returned",
    "published",
    "superseded",
    "preparing",
    "active",
    "paused",
    "completed",
    "stopped",
    "open",
    "in_review",
    "decided",
    "deferred",
    "approved",
    "part",
]
METERS = [
    Thing(pages=1.7, limit=2, over_by_lines=0, room_lines=16, sections=[("Today and after", 24), ("People", 14)]),
    Thing(pages=2.2, limit=2, over_by_lines=11, room_lines=0, sections=[("Today and after", 38)]),
]
PAGER = Thing(previous_href="#", next_href="#", first_href="#", label="2")


def today_items(direction: str) -> list[Thing]:
    """Rows of a first page: late, due today, with a number to enter, without a clock."""
    first, second, _ = TITLES[direction]
    return [
        Thing(
            clock=CLOCKS[3],
            verb="Answer",
            title=first,
            title_href="#",
            why="23 colleagues see it too.",
            action_label="Answer",
            action_href="#",
            action_post=None,
            urgent=True,
        ),
        Thing(
            clock=CLOCKS[2],
            verb="Acknowledge",
            title=second,
            title_href="#",
            why="Sent yesterday, anonymously.",
            action_label="I have read it",
            action_href=None,
            action_post="#",
            urgent=False,
        ),
        Thing(
            clock=None,
            when="since Sun",
            verb="Read",
            title=first,
            title_href="#",
            why=None,
            action_label="Read",
            action_href="#",
            action_post=None,
            urgent=False,
        ),
    ]


def story_entries(direction: str) -> list[Thing]:
    """Someone's words and what the system noted."""
    return [
        Thing(
            when="Mon 23 Nov",
            who="A colleague at Elm Street, counter",
            what="anonymous",
            words=STORY[direction],
            kind="words",
            detail_href=None,
        ),
        Thing(
            when="Mon 23 Nov",
            who=None,
            what="Three sightings joined: Hill Road, Records, Elm Street.",
            words=None,
            kind="noted",
            detail_href="#",
        ),
    ]
