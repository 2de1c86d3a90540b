"""One question."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cairn.stories.flash import MOST_LETTERS


class Question(forms.Form):
    """What one wants to know, and what one tried; where it goes stands in hidden fields."""

    topic = forms.CharField(max_length=80, widget=forms.HiddenInput)
    expert = forms.UUIDField(widget=forms.HiddenInput)
    at = forms.DateTimeField(widget=forms.HiddenInput)
    question = forms.CharField(
        max_length=MOST_LETTERS,
        label=_("Your question"),
        help_text=_("One question, up to 300 characters. It stands in the middle of your twenty minutes."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    tried = forms.CharField(
        max_length=MOST_LETTERS,
        required=False,
        label=_("What I tried"),
        help_text=_("So that nobody tells you what you know already."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
