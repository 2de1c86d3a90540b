"""Hints that are being tried: what each changes, and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from cairn.matching.hints import HOURS, MUST, PLACES
from cairn.matching.wording import duration, listed

if TYPE_CHECKING:
    from cairn.matching.lab import LabView
    from cairn.web.desk.trial import Trial


@dataclass(frozen=True, slots=True)
class Taken:
    """`back` is the address without this hint; `asks` is whether mentors have to agree before it is kept."""

    key: str
    sentence: str
    back: str
    asks: bool


def taken_in(view: LabView, trial: Trial) -> list[Taken]:
    """Every hint of the trial."""
    return [
        Taken(key, _sentence(key, view), trial.query_without(key), key.startswith(f"{PLACES}="))
        for key in trial.hints
    ]


def _sentence(key: str, view: LabView) -> str:
    kind, _sign, told = key.partition("=")
    if kind == PLACES:
        names = {str(each.person): each.name for each in view.loads}
        mentors = [names.get(one, "?") for one in told.split(",")]
        sentence = (
            _("one more mentee each for %(names)s")
            if len(mentors) > 1
            else _("one more mentee for %(names)s")
        )
        return sentence % {"names": listed(mentors)}
    if kind == MUST:
        labels = {rule.id: rule.label for rule in view.rules}
        return _("wishing for “%(rule)s” instead of asking for it") % {"rule": labels.get(told, told)}
    if kind == HOURS:
        return _("%(time)s a week together") % {"time": duration(int(told))}
    return _("looser limits")
