"""What follows from a change by hand, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cairn.kernel.text import isolated
from cairn.matching.words import words_of

if TYPE_CHECKING:
    from cairn.matching.consequence import Consequence, Moved
    from cairn.programmes.programme import Programme

#: Below this share of the total fit (0–1) a change costs nothing worth a word.
NOTHING = 0.0005


@dataclass(frozen=True, slots=True)
class Following:
    """`revision` is what the page looked at; a change made meanwhile by somebody else makes it stale."""

    revision: int
    cost: str
    matched: str
    moved: list[str]
    broken: list[str]


def following(consequence: Consequence, *, programme: Programme) -> Following:
    """Who moves, what it costs, which conditions would not hold."""
    words = words_of(programme)
    return Following(
        revision=consequence.revision,
        cost=_cost(consequence),
        matched=_matched(consequence),
        moved=[_move(each) for each in consequence.moved],
        broken=[words.of(f"gate:{gate}") for gate in consequence.broken],
    )


def _cost(consequence: Consequence) -> str:
    share = consequence.cost / consequence.total_before if consequence.total_before else 0.0
    if abs(share) < NOTHING:
        return _("It costs the others nothing worth a word.")
    told = {"share": number_format(abs(share) * 100, 1)}
    if share > 0:
        return _("All pairs together lose %(share)s %% of their fit.") % told
    return _("All pairs together gain %(share)s %% of fit.") % told


def _matched(consequence: Consequence) -> str:
    step = consequence.matched_after - consequence.matched_before
    if step == 0:
        return ""
    if step > 0:
        return ngettext("%(n)s more person is matched.", "%(n)s more people are matched.", step) % {"n": step}
    return ngettext("%(n)s person fewer is matched.", "%(n)s people fewer are matched.", -step) % {"n": -step}


def _move(moved: Moved) -> str:
    nobody = _("nobody")
    return _("%(mentee)s: %(before)s → %(after)s") % {
        "mentee": isolated(moved.mentee_name),
        "before": isolated(moved.before_name or nobody),
        "after": isolated(moved.after_name or nobody),
    }
