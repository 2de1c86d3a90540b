"""The timers of a programme as a form: numbers in groups, each with a word about what it does."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cairn.programmes.timers import Timers

#: Group → (timer, its label). The label says the unit.
GROUPS: tuple[tuple[Promise, tuple[tuple[str, Promise], ...]], ...] = (
    (
        _("An offer"),
        (
            ("answer_hours", _("Hours to answer, then the next choice")),
            ("remind_hours", _("Hours until a reminder")),
            ("open_requests", _("Open requests of one mentee")),
        ),
    ),
    (
        _("A beginning"),
        (
            ("booking_days", _("Days without a booking")),
            ("first_meeting_days", _("Days without a first meeting")),
            ("stuck_days", _("Days until you hear of it")),
        ),
    ),
    (
        _("On the way"),
        (
            ("gap_factor", _("Times the agreed rhythm without a meeting")),
            ("cancelled_in_row", _("Meetings called off in a row by one side")),
            ("unanswered_days", _("Working days without an answer")),
            ("mentor_hours", _("Hours a month of one mentor")),
            ("lead_days", _("Days from telling the pair to telling you")),
        ),
    ),
    (
        _("How it is"),
        (
            ("pulse_after", _("Meetings before the first six sentences")),
            ("pulse_weeks", _("Weeks between them")),
            ("low_rating", _("A mark this low, from 1 to 5")),
            ("rating_drop", _("A drop of so many marks")),
            ("pulse_gap", _("So many marks between the two")),
        ),
    ),
    (
        _("The end"),
        (
            ("closing_days", _("Days before the end, goodbye begins")),
            ("idle_days", _("Days of silence until we ask")),
            ("idle_grace_days", _("Days after asking until a kind closing")),
            ("later_days", _("Days after the end until a last question")),
        ),
    ),
)
SHOWN = tuple(name for _group, timers in GROUPS for name, _label in timers)
MOST = 1000


class TimersForm(forms.Form):
    """One number each; what is as usual is not kept, so that a better usual reaches everybody."""

    def __init__(self, *args: Any, current: Timers, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        usual, now = asdict(Timers()), asdict(current)
        for _group, timers in GROUPS:
            for name, label in timers:
                self.fields[name] = _number(label, usual=usual[name], now=now[name])
        self.current = current

    def timers(self) -> Timers:
        """As they would be; the ones not shown here stay as they are."""
        chosen = {name: value for name, value in self.cleaned_data.items() if value is not None}
        return Timers.parse({**self.current.as_section(), **chosen})

    def groups(self) -> list[tuple[Promise, list[forms.BoundField]]]:
        """The fields as they stand on the page."""
        return [(name, [self[timer] for timer, _label in timers]) for name, timers in GROUPS]


def _number(label: Promise, *, usual: float, now: float) -> forms.Field:
    known: dict[str, Any] = {
        "label": label,
        "max_value": MOST,
        "initial": now,
        "help_text": _("Usual: %(usual)s") % {"usual": f"{usual:g}"},
    }
    if isinstance(usual, int):
        return forms.IntegerField(min_value=1, **known)
    return forms.FloatField(min_value=0.5, step_size=0.5, **known)
