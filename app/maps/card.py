"""What a page says of a plan's maps: the drawing, one sentence, figures side by side, steps as rows. Asks nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext
from markupsafe import Markup

from app.maps import drawing, figures, labels
from app.maps.figures import Figures
from app.plans.process import MapStep, ProcessMap
from app.web.figures import number

Line = tuple[str, list[str]]


@dataclass(frozen=True)
class Card:
    """For templates/maps. `lines` are figures by map, `names` the maps they stand for."""

    maps: tuple[ProcessMap, ...]
    chart: Markup
    is_wide: bool
    sentence: str
    work: str
    hand_offs: str
    names: list[str]
    lines: list[Line]


def card_of(maps: Sequence[ProcessMap], *, is_screen: bool = True) -> Card | None:
    """The first map in full, the others beside it; None where there is none."""
    if not maps:
        return None
    found = [figures.of(one.steps) for one in maps]
    draw = drawing.on_screen if is_screen else drawing.on_paper
    return Card(
        maps=tuple(maps),
        chart=draw(maps),
        is_wide=drawing.is_wide(maps),
        sentence=labels.ours(found[0].ours, found[0].lead),
        work=_("Work: %(time)s in all", time=labels.duration(found[0].work)),
        hand_offs=hand_offs(found),
        names=[labels.kind(one) for one in maps],
        lines=[(name, [say(one) for one in found]) for name, say in _lines()],
    )


def hand_offs(found: Sequence[Figures]) -> str:
    """5 hand-offs, then 0."""
    said = ngettext("%(num)s hand-off", "%(num)s hand-offs", found[0].hand_offs)
    return said if len(found) == 1 else _("%(before)s, then %(after)s", before=said, after=number(found[-1].hand_offs))


def table(one: ProcessMap) -> list[tuple[MapStep, list[str]]]:
    """Each step with its cells in words: who, work, wait, right at first, rule, who can change it."""
    return [(step, _cells(step)) for step in one.steps]


def _cells(step: MapStep) -> list[str]:
    return [
        step.lane,
        labels.short(step.work) if step.work else "",
        labels.short(step.wait) if step.wait else "",
        "" if step.right is None else number(step.right),
        labels.rule(step.rule),
        step.rule_name,
        step.rule_owner,
    ]


def _lines() -> list[tuple[str, Callable[[Figures], str]]]:
    """What is compared, and how it is said of one map."""
    return [
        (_("Lead time, first step to result"), lambda one: labels.duration(one.lead)),
        (_("Work"), lambda one: labels.duration(one.work)),
        (_("Share of waiting"), lambda one: labels.share(one.wait_share)),
        (_("Waits by our own policy or habit, free to fix"), lambda one: labels.duration(one.ours)),
        (_("Waits by law or regulation"), lambda one: labels.duration(one.legal)),
        (_("Hand-offs"), lambda one: number(one.hand_offs)),
        (_("Right at first through all steps"), _rolled),
    ]


def _rolled(one: Figures) -> str:
    """86 % with how many steps it rests on."""
    if one.rolled is None:
        return labels.share(None)
    share = labels.share(one.rolled)
    if one.known == one.steps:
        return share
    return _("%(share)s, known of %(some)s of %(all)s steps", share=share, some=one.known, all=one.steps)
