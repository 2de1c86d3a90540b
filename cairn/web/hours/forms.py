"""How one likes to meet, and days that differ."""

from __future__ import annotations

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _

from cairn.meetings.habits import MOST_BUFFER, MOST_NOTICE, MOST_PER_DAY

LENGTHS = [(minutes, _("%(n)s minutes") % {"n": minutes}) for minutes in (15, 20, 25, 30, 40, 45, 60)]


def zones() -> list[tuple[str, str]]:
    """Every zone by its name, without those only programs know."""
    known = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/"))
    return [(zone, zone.replace("_", " ")) for zone in ["UTC", *known]]


class HabitsForm(forms.Form):
    """Four numbers and a place."""

    zone = forms.ChoiceField(
        label=_("Your time zone"),
        help_text=_("Your hours are kept in it."),
        choices=zones,
        widget=forms.Select(attrs={"translate": "no"}),
    )
    minutes_preferred = forms.TypedChoiceField(label=_("Usual length"), choices=LENGTHS, coerce=int)
    per_day = forms.IntegerField(
        label=_("Meetings a day, at most"), min_value=1, max_value=MOST_PER_DAY, help_text=_("Never passed.")
    )
    buffer_minutes = forms.IntegerField(
        label=_("Pause after a meeting, in minutes"), min_value=0, max_value=MOST_BUFFER
    )
    notice_hours = forms.IntegerField(
        label=_("Notice, in hours"),
        min_value=0,
        max_value=MOST_NOTICE,
        help_text=_("Nobody books you at shorter notice."),
    )


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


def _hour(label: Any) -> forms.TimeField:
    return forms.TimeField(
        label=label, widget=forms.TimeInput(attrs={"type": "time", "step": 900}, format="%H:%M")
    )


class DaysOff(forms.Form):
    """A stretch of days."""

    first = _day(_("From"))
    last = _day(_("To"))


class MoreHours(forms.Form):
    """Hours of one date."""

    day = _day(_("On"))
    start = _hour(_("From"))
    end = _hour(_("To"))
