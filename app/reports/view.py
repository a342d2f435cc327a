"""A report as its page and its paper show it: the facts in the words and charts of its language. Reads no database."""

from dataclasses import dataclass
from functools import cached_property

from flask_babel import gettext as _
from markupsafe import Markup

from app.core import charts
from app.core.charts.metrics import VOICE, balanced, wrap
from app.core.markdown import to_plain
from app.maps.card import Card, card_of
from app.measures import labels as measures
from app.measures.models import Signal, Unit
from app.plans.labels import PLAN_STATES
from app.reports import drawing, labels, sentences
from app.reports.facts import Facts, MeasureFact, PlanLine, Promise
from app.reports.models import Scope
from app.reports.reasons import reason_of
from app.web.figures import day, formats, number

MOST_LINES = 600
"""Rows of the table of plans that print; more would pass forty pages."""
LONGEST_TITLE = 90


@dataclass(frozen=True)
class View:
    """`facts` in words. For templates: reports/body.html on screen, reports/print.html on paper."""

    facts: Facts
    fingerprint: str
    is_screen: bool

    @property
    def period(self) -> str:
        return _("%(start)s to %(end)s", start=day(self.facts.start), end=day(self.facts.end))

    @property
    def is_plan(self) -> bool:
        return self.facts.scope is Scope.PLAN

    @cached_property
    def headline(self) -> str:
        return sentences.headline(self.facts)

    @property
    def rest(self) -> str:
        return sentences.quiet(self.facts)

    @property
    def promised(self) -> str:
        return sentences.promised(self.facts.totals)

    @property
    def answered(self) -> str:
        return sentences.answered(self.facts.answers)

    @property
    def in_force(self) -> str:
        return sentences.in_force(len(self.facts.plans))

    @property
    def strip(self) -> list[tuple[str, str, str]]:
        """Up to four figures: number, what it counts, what it is seen against."""
        facts, totals = self.facts, self.facts.totals
        found = [
            (number(totals.late), _("promises late"), _("of %(all)s promised", all=number(totals.promised))),
            (number(totals.done), _("promises kept"), self._late_notes()),
        ]
        days = sum(one.days for one in facts.saved)
        if days:
            found.append((number(days), _("days saved at no cost"), ""))
        share = self._in_time()
        return [*found, share] if share else found

    def words(self) -> list[tuple[str, str]]:
        """What the writer says, what did not go well first; what is empty is left out."""
        said = [
            (_("What did not go well"), self.facts.did_not),
            (_("What went well"), self.facts.went_well),
            (_("What we ask"), self.facts.we_ask),
        ]
        return [(name, words) for name, words in said if words]

    def outcome(self, promise: Promise) -> str:
        return str(labels.OUTCOMES[promise.outcome])

    def dial(self, promise: Promise) -> str:
        return labels.DIALS.get(promise.outcome, promise.outcome.value)

    def dates(self, promise: Promise) -> str:
        return sentences.of_promise(promise)

    def measure(self, found: MeasureFact) -> str:
        return sentences.of_measure(found)

    def saved(self) -> list[tuple[str, str, str]]:
        """(plan, days, sentence) for each plan that saves days at no cost."""
        return [
            (f"{one.plan} {to_plain(one.title)}", self.figure_days(one.days), sentences.of_saved(one))
            for one in self.facts.saved
        ]

    def figure_days(self, days: int) -> str:
        return sentences.figure(days, Unit.DAYS)

    @property
    def saved_rule(self) -> str:
        return sentences.saved_rule()

    def chart(self, found: MeasureFact) -> Markup:
        return drawing.draw(found, self.facts, is_screen=self.is_screen)

    def table(self, found: MeasureFact) -> tuple[str, list[str], list[list[str]]] | None:
        """The numbers of a chart: caption, columns, rows."""
        chart = drawing.build(found, self.facts)
        if chart is None:
            return None
        header, rows = charts.table(chart)
        return chart.title, list(header), [list(row) for row in rows]

    def signal(self, signal: Signal) -> str:
        return str(measures.SIGNALS[signal])

    grade = staticmethod(measures.grade)
    reason = staticmethod(reason_of)
    tried = staticmethod(drawing.tried)

    def kind(self, found: MeasureFact) -> str:
        return str(measures.KINDS[found.kind])

    def source(self, found: MeasureFact) -> str:
        """Kind, source, owner and the last day that the numbers reach."""
        last = _("until %(day)s", day=day(found.latest_end)) if found.latest_end else ""
        return " · ".join(part for part in (self.kind(found), found.source, found.owner, last) if part)

    def change(self, line: PlanLine | MeasureFact) -> str:
        """72 → 1 days; an arrow in the direction of reading."""
        if line.before is None or line.after is None:
            return sentences.figure(line.after, line.unit) if line.after is not None else "–"
        return f"{number(line.before)} {self.arrow} {sentences.figure(line.after, line.unit)}"

    @property
    def arrow(self) -> str:
        return "←" if formats().is_right_to_left else "→"

    def kept(self, line: PlanLine) -> str:
        """3 of 7, 1 late."""
        totals = line.totals
        said = _("%(done)s of %(all)s", done=number(totals.done), all=number(totals.promised))
        late = _("%(count)s late", count=number(totals.late))
        return formats().listed((said, late)) if totals.late else said

    def plan_state(self, line: PlanLine) -> str:
        return str(PLAN_STATES[line.state])

    def plain(self, words: str) -> str:
        """A person's words in one line, for tables; a very long title ends in dots."""
        text = to_plain(words)
        return text if len(text) <= LONGEST_TITLE else f"{text[: LONGEST_TITLE - 1].rstrip()}…"

    @property
    def lines(self) -> list[PlanLine]:
        """The table of plans, those with late promises first; on paper as many as forty pages hold."""
        worst = sorted(self.facts.plans, key=lambda line: (-line.totals.late, line.signal is not Signal.WORSE))
        return worst if self.is_screen else worst[:MOST_LINES]

    @cached_property
    def process(self) -> Card | None:
        return card_of(self.facts.maps, is_screen=self.is_screen)

    @property
    def hero(self) -> MeasureFact | None:
        """The outcome that stands in large figures on a plan's report."""
        if not self.is_plan:
            return None
        return next((m for m in self.facts.measures if m.before is not None and m.after is not None), None)

    def rail_lines(self, name: str) -> int:
        """How many lines a name takes in the rail of the paper."""
        return min(4, len(wrap(name, 114, strong=True)))

    def title_width(self) -> float:
        """Where to break the title so that its lines are alike; 0 to let it be."""
        if formats().language in ("ar", "fa", "th", "zh", "ja"):
            return 0
        return balanced(self.facts.title, 370, 27, VOICE)

    def _late_notes(self) -> str:
        late = self.facts.totals.done_late
        return _("%(count)s of them after their day", count=number(late)) if late else ""

    def _in_time(self) -> tuple[str, str, str] | None:
        answers = self.facts.answers
        if not answers.answered or answers.in_time is None:
            return None
        share = round(100 * answers.in_time / answers.answered)
        said = _("of %(count)s answered", count=number(answers.answered))
        return _("%(share)s of 100", share=number(share)), _("frontline reports answered in time"), said
