"""Where a plan stands, in words: what was promised first, then what the numbers say, then the channels' owners."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from app.plans.standing import Standing

VERDICTS = {"worse": _l("Getting worse"), "improving": _l("Improving"), "none": _l("No signal yet")}


@dataclass(frozen=True)
class Sentence:
    """`is_bad` where it says what somebody has to mend."""

    words: str
    is_bad: bool = False


@dataclass(frozen=True)
class Stands:
    """One paragraph; `verdict` is a code of VERDICTS with its words, None where nothing is measured."""

    verdict: tuple[str, str] | None
    sentences: Sequence[Sentence]


def stands_of(counted: Standing, agreement: str) -> Stands:
    """`agreement` is what the channels' owners say in sum; it may be empty."""
    said = str(VERDICTS[counted.verdict])
    sentences = [*_promised(counted), *_measured(counted), *([Sentence(agreement)] if agreement else [])]
    return Stands((counted.verdict, said) if counted.measured else None, sentences)


def _promised(counted: Standing) -> Iterator[Sentence]:
    done, promised, dropped = counted.done, counted.promised, counted.dropped
    if dropped:
        words = _(
            "%(done)s of %(all)s milestones done, %(dropped)s dropped.", done=done, all=promised, dropped=dropped
        )
        yield Sentence(words)
    elif promised:
        yield Sentence(_("%(done)s of %(all)s milestones done.", done=done, all=promised))
    else:
        yield Sentence(_("No milestones yet."))
    if counted.late:
        words = ngettext(
            "%(num)s is late, by up to %(days)s days.", "%(num)s are late, by up to %(days)s days.",
            counted.late, days=counted.most_days_late,
        )  # fmt: skip
        yield Sentence(words, is_bad=True)


def _measured(counted: Standing) -> Iterator[Sentence]:
    if not counted.measured:
        yield Sentence(_("No measures yet."))
        return
    better, measured = counted.improving, counted.measured
    yield Sentence(_("%(better)s of %(all)s measures improve.", better=better, all=measured))
    if counted.worse:
        yield Sentence(ngettext("%(num)s gets worse.", "%(num)s get worse.", counted.worse), is_bad=True)
    if counted.stale:
        yield Sentence(ngettext("%(num)s number is stale.", "%(num)s numbers are stale.", counted.stale))
