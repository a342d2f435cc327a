"""The pages that explain the house, in plain words."""

from dataclasses import dataclass

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext as _lp

from app.plans.labels import FREE_DAYS_RULE


@dataclass(frozen=True)
class Topic:
    title: LazyString
    paragraphs: tuple[tuple[LazyString, LazyString], ...]


def topic(name: str) -> Topic | None:
    return TOPICS.get(name)


TOPICS = {
    "figures": Topic(
        _l("How figures are made"),
        (
            (
                _l("Late"),
                _l(
                    "A promise is late when its date has passed at the office's midnight and it is neither done nor "
                    "dropped. A date that was moved keeps the first one beside it."
                ),
            ),
            (
                _l("Days left"),
                _l(
                    "Clocks for reports run in working days of the office: Monday to Friday without its holidays. "
                    "The rules are copied onto a report on the day it is received."
                ),
            ),
            (
                _l("Signals"),
                _l(
                    "A measure improves or gets worse only when the change is larger than its ordinary variation: a "
                    "point outside the limits (mean and 2.66 times the mean moving range), seven in a row on one "
                    "side of the mean, or seven rising or falling in a row. All else is chance, and chance is not "
                    "news."
                ),
            ),
            (
                _l("How sure we are"),
                _l(
                    "E0 is a story. E1 has a baseline of at least six points. E2 adds a full period after the "
                    "change. E3 shows an improvement after the dated change with at least twelve points. E4 is "
                    "compared with like offices, E5 was recounted by someone outside. Stale numbers or a changed "
                    "source cost one step."
                ),
            ),
            (_l("Days saved at no cost"), FREE_DAYS_RULE),
            (
                _l("Stale"),
                _l("A number that was due and did not come shows as stale wherever the measure is used."),
            ),
            (
                _l("People a month"),
                _l(
                    "How often it happens times how many customers each time, the middle of each range, for the "
                    "report and every colleague who sees it too."
                ),
            ),
        ),
    ),
    "access": Topic(
        _l("Who can see what"),
        (
            (
                _lp("from the frontline", "Reports"),
                _l(
                    "Every colleague can read what drives customers crazy and how it was answered. Who reported it "
                    "is shown only where the person chose so."
                ),
            ),
            (
                _l("Anonymous reports"),
                _l(
                    "Nothing we store says who you are: no name, no hour, no address of your device. Your network "
                    "may keep logs. Four words lead back to your answer; we cannot send them again."
                ),
            ),
            (
                _l("Nominations"),
                _l(
                    "Colleagues read the grounds while a nomination is open; who is nominated reads them from the "
                    "shortlist on. Scores are for the program office and auditors. Once it is decided, only those who "
                    "took part read it."
                ),
            ),
            (
                _l("Credit by name"),
                _l(
                    "What is fixed is told with the names of who reported and who fixed it, where they said yes in "
                    "their account. Who reported anonymously is never named."
                ),
            ),
            (
                _l("Plans"),
                _l(
                    "Drafts are read by the champion, the deputy, the sponsor and the program office. Submitted and "
                    "accepted plans are read by every colleague."
                ),
            ),
            (
                _l("Reports on progress and decisions"),
                _l(
                    "What is published or decided is read by every colleague, and never changes: a correction or a "
                    "new decision stands beside the old one."
                ),
            ),
            (
                _l("Auditors"),
                _l(
                    "Auditors read everything, also the log, but not who stands behind an anonymous report: nobody can."
                ),
            ),
        ),
    ),
    "accessibility": Topic(
        _l("Accessibility"),
        (
            (
                _l("What we hold ourselves to"),
                _l(
                    "WCAG 2.2 level AA on screen and PDF/UA on paper. Every page works by keyboard, without "
                    "JavaScript, and on a screen 320 pixels wide."
                ),
            ),
            (
                _l("If something stops you"),
                _l(
                    "Tell your program office what you wanted to do and where it stopped. It is a pain point like "
                    "any other, and gets an answer."
                ),
            ),
        ),
    ),
}
