"""Inviting everybody: a session with seats, or an hour of every week."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from cairn.meetings.kinds import GROUP, WEBINAR
from cairn.people.person import Person
from cairn.programmes.programme import Programme


def _hour(label: Any) -> forms.TimeField:
    widget = forms.TimeInput(attrs={"type": "time", "step": 900}, format="%H:%M")
    return forms.TimeField(label=label, widget=widget)


class _InProgramme(forms.Form):
    """One of the programmes this person may host in."""

    programme = forms.ModelChoiceField(label=_("Programme"), queryset=Programme.objects.none())

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programme"].queryset = hosted_by(person)  # type: ignore[attr-defined]  # a choice of rows


def hosted_by(person: Person) -> Any:
    """Programmes this person mentors in, or runs."""
    taking_part = Programme.objects.taken_part_in_by(person)
    mentoring = taking_part.filter(enrolments__person=person, enrolments__side="mentor")
    run = Programme.objects.visible_to(person)
    return Programme.objects.filter(
        pk__in=[*mentoring.values_list("pk", flat=True), *run.values_list("pk", flat=True)]
    )


class SessionForm(_InProgramme):
    """A group session or a short webinar."""

    kind = forms.ChoiceField(
        label=_("What is it?"), choices=((WEBINAR, _("a short webinar")), (GROUP, _("a group session")))
    )
    title = forms.CharField(label=_("Title"), max_length=120)
    day = forms.DateField(label=_("On"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    start = _hour(_("From"))
    minutes = forms.IntegerField(label=_("Minutes"), min_value=10, max_value=120, initial=30)
    seats = forms.IntegerField(label=_("Seats"), min_value=1, max_value=500, initial=12)


class OfficeForm(_InProgramme):
    """Office hours."""

    topic = forms.CharField(label=_("About"), max_length=120, required=False)
    weekday = forms.TypedChoiceField(label=_("Every"), choices=list(WEEKDAYS.items()), coerce=int)
    start = _hour(_("From"))
    end = _hour(_("To"))
    minutes = forms.IntegerField(label=_("Minutes of one slot"), min_value=10, max_value=60, initial=20)
    per_week = forms.IntegerField(label=_("Slots a week, at most"), min_value=1, max_value=20, initial=2)
