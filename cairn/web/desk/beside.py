"""A comparison in words: figures in two columns, rules that differ, people who would meet somebody else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from cairn.matching.words import words_of
from cairn.web.desk.outlook import fit

if TYPE_CHECKING:
    from cairn.matching.comparing import Comparison, RuleChange
    from cairn.matching.words import Words
    from cairn.programmes.programme import Programme


@dataclass(frozen=True, slots=True)
class Line:
    """One thing in both runs."""

    label: str
    one: str
    other: str


def beside(found: Comparison, *, programme: Programme) -> dict[str, Any]:
    """What the page holds."""
    words = words_of(programme)
    return {
        "figures": _figures(found),
        "rules": [_rule(each, words) for each in found.rules],
        "same": found.same,
        "gain": _gain(found),
    }


def _figures(found: Comparison) -> list[Line]:
    one, other = found.one, found.other
    return [
        Line(_("Matched"), str(one.matched), str(other.matched)),
        Line(_("Strong"), str(one.strong), str(other.strong)),
        Line(_("Good"), str(one.good), str(other.good)),
        Line(_("A stretch"), str(one.stretch), str(other.stretch)),
        Line(_("Weakest pair"), fit(one.worst), fit(other.worst)),
        Line(_("Mean fit"), fit(one.mean), fit(other.mean)),
    ]


def _rule(change: RuleChange, words: Words) -> Line:
    return Line(
        words.of(change.source),
        _weight(change.one, must=change.must_one),
        _weight(change.other, must=change.must_other),
    )


def _weight(weight: int | None, *, must: bool) -> str:
    if weight is None:
        return _("not there")
    return _("must hold") if must else str(weight)


def _gain(found: Comparison) -> str:
    if found.gain is None or not found.one_by_other:
        return _("Somebody is no longer there, so the two cannot be weighed against each other.")
    share = {
        "share": number_format(abs(100 * found.gain / found.one_by_other), 1),
        "number": found.other.run.number,
    }
    if found.gain >= 0:
        return _("By the rules of run %(number)s, its pairs fit %(share)s %% better.") % share
    return _("By the rules of run %(number)s, its pairs fit %(share)s %% worse.") % share
