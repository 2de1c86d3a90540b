"""Fairness of a run, by group, where there are enough people to say anything."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cairn.inclusion.access_audit import Access
from cairn.inclusion.fairness import GroupRow, GroupTable
from cairn.inclusion.fairness_report import Fairness, fairness_of
from cairn.matching.wording import listed
from cairn.web.desk.doors import run_for
from cairn.web.desk.meanings import group_names
from cairn.web.desk.outlook import fit
from cairn.web.shell.visiting import Visit, for_a_person


@dataclass(frozen=True, slots=True)
class Table:
    """One side by one dimension; rows are (group, count, share matched, against the best, mean fit)."""

    title: str
    rows: list[tuple[str, ...]]
    adverse: list[str]


@for_a_person
@require_safe
def fairness(request: Visit, slug: str, number: int) -> HttpResponse:
    """Tables that give nobody away; they stay as they are until ten people have changed."""
    run = run_for(request.person, slug, number)
    found = fairness_of(run)
    context = {
        "programme": run.programme,
        "run": run,
        "fairness": found,
        "tables": tables_in(found),
        "untold": untold_in(found),
    }
    return render(request, "desk/fairness.html", context)


def tables_in(found: Fairness | Access | None) -> list[Table]:
    """Every table that may be shown, in words; nothing while nothing was counted."""
    return [_table(each) for each in found.tables if each.enough] if found else []


def untold_in(found: Fairness | Access | None) -> list[str]:
    """A sentence for each side that has said too little about something. Nobody and too few read the same:
    the step from one to the other would tell of a person.
    """
    sentences = {
        "mentee": _("Too few mentees spoke of this to count them without giving somebody away: %(groups)s."),
        "mentor": _("Too few mentors spoke of this to count them without giving somebody away: %(groups)s."),
    }
    untold = {
        side: [
            group_names().get(table.dimension, "")
            for table in (found.tables if found else ())
            if table.side == side and not table.enough
        ]
        for side in sentences
    }
    return [sentences[side] % {"groups": listed(groups)} for side, groups in untold.items() if groups]


def _table(table: GroupTable) -> Table:
    side = _("Mentors") if table.side == "mentor" else _("Mentees")
    group = group_names().get(table.dimension, "")
    if get_language() != "de":  # whose nouns keep their capital
        group = group.lower()
    title = _("%(side)s by %(group)s") % {"side": side, "group": group}
    adverse = [row.group for row in table.rows if row.adverse]
    return Table(title, [_row(row) for row in table.rows], adverse)


def _row(row: GroupRow) -> tuple[str, ...]:
    if row.hidden:
        return (_("Other groups"), _("fewer than ten"), "–", "–", "–")
    return (row.group, str(row.count), _share(row.rate), _share(row.ratio), _fit(row.mean_fit))


def _share(value: float | None) -> str:
    return "–" if value is None else _("%(share)s %%") % {"share": number_format(100 * value, 0)}


def _fit(value: float | None) -> str:
    return "–" if value is None else fit(value)
