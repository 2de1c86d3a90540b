"""What the Lab's page holds: the played round, and how it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from cairn.inclusion.fairness_report import fairness_of
from cairn.matching.lab import play
from cairn.matching.refusal import Refused
from cairn.matching.rulebook import AIMS
from cairn.matching.run import Run
from cairn.web.desk import outlook
from cairn.web.desk.fairness import tables_in
from cairn.web.desk.taken import taken_in

if TYPE_CHECKING:
    from cairn.matching.lab import LabView
    from cairn.programmes.programme import Programme
    from cairn.web.desk.fairness import Table
    from cairn.web.desk.trial import Trial

SHOWN_WAITING = 6
SHOWN_SUPPLY = 8
SHOWN_LOADS = 8


def shown(programme: Programme, *, trial: Trial, token: str = "") -> dict[str, Any]:
    """Play the trial; everything a template needs, in words. A trial that cannot be played says why."""
    try:
        view = play(programme, book=trial.book, token=token, trying=trial.hints)
    except Refused as refused:
        trial = trial.in_force(trouble=str(refused))
        view = play(programme, book=trial.book, token=token)
    formats = [each for each in programme.formats() if each.has_rounds]
    context = {"programme": programme, "trial": trial, "view": view, "formats": formats}
    return {**context, **_rules(view), **_round(view, trial), "groups": _groups(programme, view)}


def _rules(view: LabView) -> dict[str, Any]:
    return {"aims": [(aim, aim_label(aim)) for aim in AIMS], "gates": outlook.gates(view)}


def _round(view: LabView, trial: Trial) -> dict[str, Any]:
    return {
        "figures": outlook.figures(view),
        "sentence": outlook.sentence(view),
        "taken": taken_in(view, trial),
        "waiting": view.waiting[:SHOWN_WAITING],
        "waiting_more": max(0, len(view.waiting) - SHOWN_WAITING),
        "supply": view.supply[:SHOWN_SUPPLY],
        "shortage": outlook.shortage(view),
        "loads": [(each.name, each.given + each.used, each.capacity) for each in view.loads[:SHOWN_LOADS]],
        "load": outlook.load(view),
    }


def _groups(programme: Programme, view: LabView) -> list[Table]:
    """How groups fared in the last run that was kept; a trial is never counted, or trials would tell on one
    person.
    """
    kept = Run.objects.of_programme(programme).of_format(view.book.format)
    last = kept.last() if view.since else None
    return tables_in(fairness_of(last)) if last else []


def aim_label(aim: str) -> str:
    """What an aim means, in a line."""
    return {
        "most_matched": _("As many people as possible"),
        "total_fit": _("Best fit overall"),
        "maximin": _("Raise the weakest pair"),
        "stable": _("Nobody would rather swap"),
    }[aim]
