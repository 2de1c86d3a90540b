"""What a programme is called and what it is for."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ProgrammeWords(forms.Form):
    """Both are read by everybody who takes part."""

    name = forms.CharField(max_length=200, label=_("Name"))
    purpose = forms.CharField(
        max_length=2000,
        required=False,
        label=_("What it is for"),
        help_text=_("One or two sentences. People read them before they say yes."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
