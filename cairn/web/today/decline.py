"""Saying no."""

from django import forms
from django.utils.translation import gettext_lazy as _


class Decline(forms.Form):
    """Why, for nobody but oneself; and whether a mentor wants to be offered somebody else."""

    reason = forms.CharField(
        max_length=1000,
        required=False,
        label=_("Why not?"),
        help_text=_("Kept locked. Neither the other person nor your coordinator reads it."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    another = forms.BooleanField(required=False, initial=True, label=_("Offer me somebody else"))
