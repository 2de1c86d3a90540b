"""What a role model writes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cairn.stories import path_step, role_model, story
from cairn.web.stories.words import EXPERIENCES, KINDS


class Words(forms.Form):
    """How it began, and what one would do now."""

    started = forms.CharField(
        max_length=role_model.MOST_LETTERS,
        label=_("How I started"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    advice = forms.CharField(
        max_length=role_model.MOST_LETTERS,
        required=False,
        label=_("What I would do in your place this month"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    experiences = forms.MultipleChoiceField(
        choices=list(EXPERIENCES.items()),
        required=False,
        label=_("What I have lived through"),
        help_text=_("Only what you want everybody here to read."),
        widget=forms.CheckboxSelectMultiple,
    )


class Step(forms.Form):
    """One stone of the path."""

    kind = forms.ChoiceField(choices=list(KINDS.items()), label=_("What was it?"))
    when = forms.CharField(max_length=30, required=False, label=_("When?"))
    title = forms.CharField(max_length=120, label=_("In a few words"))
    words = forms.CharField(
        max_length=path_step.MOST_LETTERS,
        required=False,
        label=_("What happened"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class Post(forms.Form):
    """A story of ninety seconds."""

    words = forms.CharField(
        max_length=story.MOST_LETTERS,
        label=_("A moment from your work"),
        help_text=_("Read in ninety seconds: up to 1,400 characters."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class Live(forms.Form):
    """When one answers live; the hour is the writer's own."""

    title = forms.CharField(max_length=120, label=_("What about?"))
    at = forms.DateTimeField(
        label=_("When?"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
