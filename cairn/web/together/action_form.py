"""A new action: when … then …"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cairn.mentorships.action import MOST_LETTERS
from cairn.mentorships.goal import Goal
from cairn.mentorships.mentorship import Mentorship
from cairn.people.person import Person


class NewAction(forms.Form):
    """A moment that calls it makes it three times as likely to happen; it is asked for, not demanded."""

    when = forms.CharField(
        label=_("When …"),
        help_text=_("A moment that comes by itself: “the Monday meeting ends”."),
        max_length=MOST_LETTERS,
        required=False,
    )
    then = forms.CharField(label=_("… then I will"), max_length=MOST_LETTERS)
    due_on = forms.DateField(
        label=_("Until"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    goal = forms.ModelChoiceField(
        label=_("For the goal"), queryset=Goal.objects.none(), required=False, empty_label=_("none of them")
    )
    shared = forms.BooleanField(label=_("The others here may read it"), required=False, initial=True)

    def __init__(self, *args: Any, person: Person, mentorship: Mentorship, **more: Any) -> None:
        super().__init__(*args, **more)
        goals = Goal.objects.live().filter(mentorship=mentorship, owner=person)
        field: Any = self.fields["goal"]
        field.queryset = goals
        field.label_from_instance = lambda goal: goal.title
        if not mentorship.has("goals"):
            del self.fields["goal"]
