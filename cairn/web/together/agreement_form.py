"""How you work together: what can be changed in the pre-filled agreement."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cairn.mentorships.terms import MINUTES, MOST_LETTERS, RESPONSE, RHYTHM, WORDS, Terms

CHANNEL_NAMES = {
    "video": _("by video"),
    "phone": _("by phone"),
    "in_person": _("in person"),
    "written": _("in writing"),
}


class Few(forms.Textarea):
    """A few lines."""

    def __init__(self) -> None:
        super().__init__(attrs={"rows": 2})


class TermsForm(forms.Form):
    """Every field has what the format suggests, or what you agreed on last."""

    rhythm_days = forms.IntegerField(
        label=_("Days from one meeting to the next"), min_value=RHYTHM[0], max_value=RHYTHM[1]
    )
    minutes = forms.IntegerField(label=_("Minutes of a meeting"), min_value=MINUTES[0], max_value=MINUTES[1])
    channel = forms.ChoiceField(label=_("How you meet"), choices=list(CHANNEL_NAMES.items()))
    response_days = forms.IntegerField(
        label=_("Working days to answer a message"), min_value=RESPONSE[0], max_value=RESPONSE[1]
    )
    ends_on = forms.DateField(
        label=_("Last day"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    purpose = forms.CharField(label=_("What it is for"), required=False, max_length=MOST_LETTERS, widget=Few)
    preparation = forms.CharField(
        label=_("How you prepare"), required=False, max_length=MOST_LETTERS, widget=Few
    )
    needs = forms.CharField(
        label=_("What helps you to take part well"),
        help_text=_("Captions, breaks, light, a later hour: whatever makes it easier."),
        required=False,
        max_length=MOST_LETTERS,
        widget=Few,
    )
    notes_shared = forms.BooleanField(label=_("Notes of meetings are shared"), required=False)
    recording = forms.BooleanField(label=_("A recording may be asked for, each time again"), required=False)

    @classmethod
    def of(cls, terms: Terms, data: Any = None) -> TermsForm:
        """The form, filled with these terms."""
        columns = terms.columns()
        return cls(data, initial={**columns, **(columns["terms"] or {})})

    def as_terms(self) -> Terms:
        """What was written, once it is valid."""
        said = dict(self.cleaned_data)
        words = {key: said.pop(key) for key in WORDS}
        return Terms(**said, words=words)
